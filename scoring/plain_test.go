package scoring

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"shouxiang/problem"
)

// shape writes a tree without its places.
func shape(n *problem.Node) string {
	if n == nil {
		return "none"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d %q %q %v [", n.Kind, n.Key, n.Str, n.Bool)
	for _, c := range n.Nodes {
		b.WriteString(shape(c) + " ")
	}
	return b.String() + "]"
}

// All files of the lexicon take the quick way, and it reads the same.
func TestPlainReadsAsTOML(t *testing.T) {
	names, err := fs.Glob(embedded, "lexicon/*.toml")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(embedded, name)
		if err != nil {
			t.Fatal(err)
		}
		root, ok := plain(string(data))
		if !ok {
			t.Errorf("%s takes the long way", name)
			continue
		}
		f, problems := problem.Parse(name, data, nil)
		if len(problems) > 0 || shape(root) != shape(f.Root) {
			t.Errorf("%s reads differently; problems %v", name, problems)
		}
	}
}

// Whatever the quick way accepts, TOML accepts as the same.
func FuzzPlain(f *testing.F) {
	for _, seed := range []string{
		"[[words]]\nid = \"a\"\nsay = \"\"\"\n一 二\n三\n\"\"\"\n", "[[frame]]\nform = [\"a\", 'b',\n  \"c\",\n]\nraw = true\n",
		"# x\n\n[[frame]]\nform = []\nid = ''\n", "[[a]]\nb = \"\"\"\n\"\"\"\n", "[[a]]\nb = \"x\" # y\n", "[[a]]\nb = '''\nx'''\n",
		"[[a]]\nb = [\"\"\"\nx\"\"\"]\n", "[[a]]\nb = 1\nb = 2\n", "[[a]]\nb = \"\\u0041\"\n", "[a]\nb = \"x\"\n", "b = \"\"\n[[b]]\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		root, ok := plain(text)
		if !ok {
			return
		}
		file, problems := problem.Parse("x.toml", []byte(text), nil)
		for _, p := range problems {
			if p.Severity == problem.Error && p.Code != "S05" {
				t.Fatalf("%q is plain, yet %v", text, p)
			}
		}
		if len(problems) == 0 && shape(root) != shape(file.Root) {
			t.Fatalf("%q reads differently:\n%s\n%s", text, shape(root), shape(file.Root))
		}
	})
}
