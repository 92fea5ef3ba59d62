package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// floors is the one direction of imports: a package may use those below it, never those above.
var floors = []string{"cli", "tui", "report", "sim/sitting", "sim/journal", "sim", "scenarios", "scoring", "problem"}

// layers is what each layer of scoring may import of the others: hearing reads, the card never sees the reply.
var layers = map[string][]string{
	"layout":  {},
	"text":    {"layout"},
	"fact":    {},
	"lexicon": {"layout", "text", "fact"},
	"reading": {"text", "fact", "lexicon"},
	"hearing": {"text", "fact", "lexicon", "reading"},
	"card":    {"fact"},
}

// floor is the place of a package of ours in the house; rooms inside a room belong to it.
func floor(pkg string) int {
	pkg = strings.TrimPrefix(pkg, "shouxiang/")
	for i, f := range floors {
		if pkg == f || strings.HasPrefix(pkg, f+"/") {
			return i
		}
	}
	return -1
}

func goList(t *testing.T, args ...string) []string {
	t.Helper()
	out, err := exec.Command("go", append([]string{"list"}, args...)...).Output()
	if err != nil {
		t.Fatalf("go list %v: %v", args, err)
	}
	return strings.Fields(string(out))
}

func TestImportsRunOneWay(t *testing.T) {
	for _, line := range strings.Split(strings.Join(goList(t, "-f", `{{.ImportPath}}{{range .Imports}},{{.}}{{end}};`, "./..."), ""), ";") {
		parts := strings.Split(line, ",")
		from := floor(parts[0])
		if from < 0 {
			continue
		}
		for _, to := range parts[1:] {
			if f := floor(to); f >= 0 && f < from {
				t.Errorf("%s imports %s: imports run down only", parts[0], to)
			}
			if strings.HasPrefix(to, "charm.land/") && floors[from] != "cli" && floors[from] != "tui" {
				t.Errorf("%s imports %s: only screens and the command line draw", parts[0], to)
			}
			if to == "net" {
				t.Errorf("%s imports net", parts[0])
			}
		}
	}
}

func TestLayersOfScoringImportDownward(t *testing.T) {
	for layer, may := range layers {
		for _, dep := range goList(t, "-f", `{{join .Imports "\n"}}`, "./scoring/"+layer) {
			below, ours := strings.CutPrefix(dep, "shouxiang/")
			if ours && below != "problem" && !slices.Contains(may, strings.TrimPrefix(below, "scoring/")) {
				t.Errorf("scoring/%s imports %s", layer, dep)
			}
		}
	}
}

// TestSheetImportsNothingOfOurs keeps the reader of tables a leaf: every room may use it, it knows none.
func TestSheetImportsNothingOfOurs(t *testing.T) {
	for _, dep := range goList(t, "-deps", "-f", `{{if not .Standard}}{{.ImportPath}}{{end}}`, "./sheet") {
		if dep != "shouxiang/sheet" && !strings.HasPrefix(dep, "golang.org/x/text/") {
			t.Errorf("sheet needs %s", dep)
		}
	}
}

func TestNothingCanReachTheNetwork(t *testing.T) {
	deps := goList(t, "-deps", ".")
	for _, forbidden := range []string{"net/http", "net/smtp", "net/rpc", "crypto/tls"} {
		if slices.Contains(deps, forbidden) {
			t.Errorf("the program links %s", forbidden)
		}
	}
}
