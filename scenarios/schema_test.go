package scenarios

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"slices"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"shouxiang/problem"
)

func compiled(t *testing.T, text []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("s.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("s.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// validate is the schema's opinion of a TOML file; ok is false for a file that is no TOML.
func validate(t *testing.T, s *jsonschema.Schema, data []byte) (verdict error, ok bool) {
	t.Helper()
	var values map[string]any
	if err := toml.Unmarshal(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), &values); err != nil {
		return nil, false
	}
	text, err := json.Marshal(values)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(doc), true
}

// everyFile calls use for all TOML files of a folder and those below.
func everyFile(t *testing.T, fsys fs.FS, use func(name string, data []byte)) {
	t.Helper()
	n := 0
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".toml" {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		n++
		use(name, data)
		return err
	})
	if err != nil || n < 6 {
		t.Fatal("too few files", n, err)
	}
}

func TestTheSchemaTakesEveryGoodFile(t *testing.T) {
	card, pack := compiled(t, Schema()), compiled(t, PackSchema())
	for _, fsys := range []fs.FS{os.DirFS("testdata/good"), Embedded()} {
		everyFile(t, fsys, func(name string, data []byte) {
			s := card
			if path.Base(name) == packFile {
				s = pack
			}
			if err, ok := validate(t, s, data); !ok || err != nil {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
}

// What a schema can see: wrong keys, kinds, words, numbers. Names, patterns and conditions with words it cannot.
func TestTheSchemaRefusesFilesWithWrongKeysAndValues(t *testing.T) {
	s := compiled(t, Schema())
	lib := Load(Source{FS: os.DirFS("testdata/bad")})
	sees := []string{"K01", "K02", "K03", "T01", "T02", "F02", "V01", "V02", "V03", "V05", "B02"}
	tried := 0
	everyFile(t, os.DirFS("testdata/bad"), func(name string, data []byte) {
		wrong := slices.ContainsFunc(lib.Problems, func(p problem.Problem) bool { return p.File == name && slices.Contains(sees, p.Code) })
		if name == packFile || !wrong {
			return
		}
		if err, ok := validate(t, s, data); ok {
			tried++
			if err == nil && name != "heading-one.toml" { // [x] for [[x]]: the same values
				t.Errorf("the schema takes %s", name)
			}
		}
	})
	if tried < 15 {
		t.Errorf("only %d files tried", tried)
	}
}

func TestTheSchemaExplainsEveryKey(t *testing.T) {
	for _, p := range []schemaPlace{
		{"scenario", placeCard.keys}, {"scenario", placeScript.keys}, {"turn", placeTurn.keys}, {"react", placeReact.keys},
		{"branch", placeBranch.keys}, {"ending", placeEnding.keys}, {"line", placeLine.keys}, {"good", placeGood.keys},
		{"wrong", placeWrong.keys}, {"customer", placePerson.keys}, {"ticket", placeTicket.keys}, {"pack", placePack.keys},
		{"phrase", placePhrase.keys}, {"policy", placePolicy.keys},
	} {
		for _, key := range p.keys {
			if v := valueOf(p.name, key); v["description"] == "" || len(v) < 2 {
				t.Errorf("%s.%s is not explained", p.name, key)
			}
		}
	}
}
