package cli

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing/fstest" // for its folder in memory

	"shouxiang/scenarios"
	"shouxiang/scenarios/draft"
	"shouxiang/tui"
)

// form asks on the terminal's screen, and says afterwards what was written. Leaving it writes nothing.
func (w *world) form(o *options, pack *packFolder, v *draft.Interview) error {
	var done *written
	err := w.screens(o, tui.Start{New: &tui.NewOptions{
		Interview: v,
		Proof:     pack.proof,
		Write: func(p tui.Proof) (err error) {
			done, err = pack.write(p.Name, p.Text, &p.Draft)
			return err
		},
	}})
	if done == nil {
		if err == nil {
			fmt.Fprintln(w.out, "没有写，什么都没留下")
		}
		return err
	}
	return w.tell(done)
}

// proof makes the file that would be written and checks it as it would lie in its folder.
func (p *packFolder) proof(d draft.Draft, name string) tui.Proof {
	d.ID = freeID(p.dir, strings.TrimSuffix(name, ".toml"), &d)
	out := tui.Proof{Draft: d, Name: name, Path: filepath.ToSlash(filepath.Join(p.dir, name)), Text: d.TOML()}
	pack := p
	if now, err := openPack(p.dir); err == nil { // the trainer may be editing it
		pack = now
	}
	packText, _ := pack.with(d.Tag)
	lib := scenarios.Reading{Places: true}.Load(scenarios.Source{
		FS: fstest.MapFS{"pack.toml": {Data: []byte(packText)}, name: {Data: []byte(out.Text)}}, Name: p.dir,
	})
	var said bytes.Buffer
	err := (&world{out: &said}).report(lib, inspect(lib, true), false, false)
	out.Clean = err == nil
	out.Found = strings.Split(strings.TrimRight(said.String(), "\n"), "\n")
	if len(lib.Scenarios) == 1 {
		out.Scenario = lib.Scenarios[0]
	}
	return out
}
