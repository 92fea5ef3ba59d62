package scenarios

import (
	"encoding/json"
	"slices"
	"strings"

	"shouxiang/scoring/fact"
)

// schema is a JSON Schema, or a part of one.
type schema map[string]any

// Schema is the JSON Schema of scenario files, for completion and first checks in editors. check knows far more.
func Schema() []byte {
	root := object(schemaPlace{"scenario", join(placeCard.keys, []string{"ending", "turn"})}, "id", "title", "tag")
	onlyCards := schema{}
	for _, key := range join(soleKeys, []string{"react"}) {
		onlyCards[key] = false
	}
	root["if"] = schema{"required": []string{"turn"}}
	root["then"] = schema{"properties": onlyCards}
	root["else"] = schema{"properties": schema{"ending": false}, "required": []string{"say"}}
	return written(root, "首响场景：一个文件是一个客户")
}

// PackSchema is the JSON Schema of pack.toml.
func PackSchema() []byte {
	return written(object(schemaPlace{"pack", placePack.keys}, "name", "tags"), "首响场景包 pack.toml")
}

func written(root schema, title string) []byte {
	definitions := schema{}
	for _, t := range schemaTables {
		definitions[t.name] = object(t.schemaPlace, t.required...)
	}
	root["definitions"] = definitions
	root["$schema"], root["title"] = "http://json-schema.org/draft-07/schema#", title
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(root); err != nil { // plain maps, lists and strings
		return nil
	}
	return []byte(b.String())
}

// schemaPlace is a place with the name under which its keys are explained.
type schemaPlace struct {
	name string
	keys []string
}

// object is a table of a place: its keys, notes, and nothing else.
func object(p schemaPlace, required ...string) schema {
	props := schema{}
	for _, key := range p.keys {
		props[key] = valueOf(p.name, key)
	}
	out := schema{"type": "object", "properties": props, "patternProperties": schema{"^x_": schema{}}, "additionalProperties": false}
	if len(required) > 0 {
		out["required"] = required
	}
	return out
}

// valueOf is the schema of one key: what it means in this place, else anywhere.
func valueOf(place, key string) schema {
	k, ok := schemaKeys[place+"."+key]
	if !ok {
		k = schemaKeys[key]
	}
	out := schema{}
	if k.is != nil {
		for name, v := range k.is() {
			out[name] = v
		}
	}
	out["description"] = k.help
	return out
}

func aText() schema    { return schema{"type": "string"} }
func someText() schema { return schema{"type": "string", "pattern": `\S`} }

// oneOrMore is a value, or a list of such values.
func oneOrMore(item schema) schema {
	return schema{"anyOf": []schema{item, {"type": "array", "items": item}}}
}

func texts() schema { return oneOrMore(someText()) }

func words(list ...string) func() schema {
	return func() schema { return schema{"enum": list} }
}

func anyWords(list []string) func() schema {
	return func() schema { return oneOrMore(schema{"enum": list}) }
}

func whole(least, most int) func() schema {
	return func() schema { return schema{"type": "integer", "minimum": least, "maximum": most} }
}

// schemaTables are the tables that stand in lists, and what each must have.
var schemaTables = []struct {
	schemaPlace
	required []string
}{
	{schemaPlace{"turn", placeTurn.keys}, []string{"id", "say"}}, {schemaPlace{"branch", placeBranch.keys}, nil},
	{schemaPlace{"react", placeReact.keys}, nil}, {schemaPlace{"ending", placeEnding.keys}, []string{"id", "csat"}},
	{schemaPlace{"line", placeLine.keys}, []string{"text"}}, {schemaPlace{"good", placeGood.keys}, []string{"text"}},
	{schemaPlace{"wrong", placeWrong.keys}, []string{"say"}}, {schemaPlace{"phrase", placePhrase.keys}, []string{"key", "text"}},
	{schemaPlace{"policy", placePolicy.keys}, []string{"title", "text"}},
}

// tables is a table of schemaTables, or a list of them.
func tables(name string) func() schema {
	return func() schema { return oneOrMore(schema{"$ref": "#/definitions/" + name}) }
}

// lines is the same of a table that a text may stand for.
func lines(name string) func() schema {
	return func() schema {
		return oneOrMore(schema{"anyOf": []schema{someText(), {"$ref": "#/definitions/" + name}}})
	}
}

// elementWords are the names of elements in files, Chinese first.
func elementWords() []string {
	out := slices.Clone(elementLabels)
	for _, e := range fact.ElementsAll() {
		out = append(out, e.Name())
	}
	return out
}

func hearing() schema {
	return schema{"type": "object", "propertyNames": schema{"enum": elementWords()}, "additionalProperties": texts()}
}

func conditionWords() schema {
	var plain []string
	for _, name := range conditionNames() {
		if !strings.HasSuffix(name, ":") {
			plain = append(plain, name)
		}
	}
	return oneOrMore(schema{"anyOf": []schema{
		{"enum": plain},
		{"type": "string", "pattern": `^\s*(提到|没提|答应|拒绝|早说过)\s*[:：]\s*\S`},
	}})
}

func minutesText() schema {
	return schema{"type": "string", "pattern": "[0-9０-９半一二两俩三四五六七八九十]"}
}

func day() schema { return schema{"type": "string", "pattern": `^[0-9]{4}-[0-9]{2}-[0-9]{2}`} }
