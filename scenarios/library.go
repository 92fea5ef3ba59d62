package scenarios

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed packs
var packs embed.FS

// Embedded is the folder of the packs that come with the program.
func Embedded() fs.FS {
	sub, err := fs.Sub(packs, "packs")
	if err != nil { // cannot be: the name is a valid one
		return packs
	}
	return sub
}

// Filter gives the scenarios with this tag, or one below it (物流 for 物流/催件), of this pack. An empty word does not
// filter. A pack is named as it calls itself or as its folder is called.
func (l *Library) Filter(tag, pack string) []*Scenario {
	var out []*Scenario
	for _, s := range l.Scenarios {
		if s.tagged(tag) && s.Pack.called(pack) {
			out = append(out, s)
		}
	}
	return out
}

// ByID finds a scenario, or nil.
func (l *Library) ByID(id string) *Scenario {
	for _, s := range l.Scenarios {
		if s.ID == id {
			return s
		}
	}
	return nil
}

func (s *Scenario) tagged(tag string) bool {
	tag = strings.TrimSuffix(tag, "/")
	return tag == "" || s.Tag == tag || strings.HasPrefix(s.Tag, tag+"/")
}

func (p *Pack) called(name string) bool {
	if name == "" || p.Name == name || strings.HasPrefix(p.Name, name+" ") { // 物流 of 物流 · 催件到理赔
		return true
	}
	return p.Path == name || strings.HasSuffix(p.Path, "/"+name)
}
