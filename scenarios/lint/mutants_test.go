package lint

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"shouxiang/problem"
	"shouxiang/scenarios"
	"shouxiang/scoring"
)

// mutant is an example file with one slip in one line.
type mutant struct {
	kind string
	line int // 1-based
	text string
}

var (
	keyAtLine  = regexp.MustCompile(`^\s*(?:\{\s*)?([a-z_]{3,})\s*=`)
	keyInRow   = regexp.MustCompile(`[{,]\s*([a-z_]{2,})\s*=`)
	targetIs   = regexp.MustCompile(`\bto = "([^"]+)"`)
	ifIs       = regexp.MustCompile(`\bif = (\["[^\]]*\]|"[^"]*")`)
	numberIs   = regexp.MustCompile(`= (-?\d+)\b`)
	wordIs     = regexp.MustCompile(`^(emotion|level|tag) = "([^"]+)"|\b(lacks|hits) = \[?"([^"]+)"`)
	headingIs  = regexp.MustCompile(`^\[\[turn\]\]$`)
	outerQuote = regexp.MustCompile(`= "|"$|"\s*[,}\]]|\["`)
)

// mutants are all single slips of the kinds that trainers make.
func mutants(text string) []mutant {
	lines := strings.Split(text, "\n")
	var out []mutant
	add := func(kind string, i int, line string) {
		if line == lines[i] {
			return
		}
		changed := slices.Clone(lines)
		changed[i] = line
		out = append(out, mutant{kind, i + 1, strings.Join(changed, "\n")})
	}
	for i, line := range lines {
		cut := func(kind string, from, to int, with string) { add(kind, i, line[:from]+with+line[to:]) }
		for _, m := range append(keyAtLine.FindAllStringSubmatchIndex(line, -1), keyInRow.FindAllStringSubmatchIndex(line, -1)...) {
			key := line[m[2]:m[3]]
			cut("key doubled", m[2], m[3], key+key[len(key)-1:])
			cut("key with capital", m[2], m[3], strings.ToUpper(key[:1])+key[1:])
			cut("key unknown", m[2], m[3], "zz"+key+"zz")
			cut("key in Chinese", m[2], m[3], "键")
			eq := m[1] - 1
			cut("equals sign full-width", eq, eq+1, "＝")
			cut("equals sign left out", eq, eq+1, "")
			cut("colon for equals", eq, eq+1, ":")
		}
		for _, m := range targetIs.FindAllStringSubmatchIndex(line, -1) {
			cut("target", m[2], m[3], line[m[2]:m[3]]+"一")
		}
		for _, m := range ifIs.FindAllStringSubmatchIndex(line, -1) {
			cond := line[m[2]:m[3]]
			add("condition", i, line[:m[2]]+strings.Replace(cond, `"`, `"不是`, 1)+line[m[3]:])
		}
		for _, m := range numberIs.FindAllStringSubmatchIndex(line, -1) {
			n := line[m[2]:m[3]]
			cut("number in quotes", m[2], m[3], `"`+n+`"`)
			cut("number with unit", m[2], m[3], n+"秒")
			cut("number too large", m[2], m[3], n+"99999999")
		}
		for _, m := range wordIs.FindAllStringSubmatchIndex(line, -1) {
			from, to := m[4], m[5]
			if from < 0 {
				from, to = m[8], m[9]
			}
			cut("word of a list", from, to, line[from:to]+"的")
		}
		if headingIs.MatchString(line) {
			add("heading of one bracket", i, "[turn]")
			add("heading unclosed", i, "[[turn]")
			add("heading full-width", i, "【【turn】】")
			add("heading misspelt", i, "[[trun]]")
		}
		for _, m := range outerQuote.FindAllStringIndex(line, -1) {
			q := m[0] + strings.IndexByte(line[m[0]:m[1]], '"')
			cut("quote left out", q, q+1, "")
			cut("quote Chinese", q, q+1, "“")
			cut("quote full-width", q, q+1, "＂")
		}
		out = append(out, brackets(lines, i)...)
	}
	return out
}

// brackets leaves out or widens the brackets of a row that begins and ends in its line.
func brackets(lines []string, i int) []mutant {
	line := lines[i]
	trimmed := strings.TrimSpace(line)
	var out []mutant
	if !strings.HasPrefix(trimmed, "{ ") && !strings.Contains(trimmed, "= [\"") && !strings.Contains(trimmed, "= {") {
		return nil
	}
	for _, pair := range []struct{ kind, from, to string }{
		{"row left open", " }", ""}, {"row begun without brace", "{ ", ""}, {"brace full-width", "{ ", "｛ "},
		{"list left open", "\"]", "\""}, {"bracket full-width", "[\"", "［\""}, {"comma full-width", ", ", "，"},
		{"comma left out", "\", ", "\" "}, {"comma doubled", "\", ", "\",, "},
	} {
		if at := strings.Index(line, pair.from); at >= 0 && !inText(line, at) {
			changed := slices.Clone(lines)
			changed[i] = line[:at] + pair.to + line[at+len(pair.from):]
			out = append(out, mutant{pair.kind, i + 1, strings.Join(changed, "\n")})
		}
	}
	return out
}

// inText reports whether a place of a line is inside quotes.
func inText(line string, at int) bool {
	if line[at] == '"' {
		return false
	}
	return strings.Count(line[:at], `"`)%2 == 1
}

func TestEverySingleSlipIsReportedInItsLine(t *testing.T) {
	tried, kinds := 0, map[string]int{}
	pack, err := os.ReadFile("testdata/good/pack.toml")
	if err != nil {
		t.Fatal(err)
	}
	s := scoring.Default()
	for _, name := range []string{"wl-cui-01.toml", "zf-cf-01.toml", "zl-xyj-01.toml"} {
		data, err := os.ReadFile("testdata/good/" + name)
		if err != nil {
			t.Fatal(err)
		}
		problems := func(text string) []problem.Problem {
			lib := scenarios.Reading{Places: true}.Load(scenarios.Source{FS: fstest.MapFS{
				"pack.toml": {Data: pack}, name: {Data: []byte(text)}}})
			return notOfReplies(Check(lib, s))
		}
		for _, m := range mutants(string(data)) {
			tried++
			kinds[m.kind]++
			list := problems(m.text)
			if !slices.ContainsFunc(list, func(p problem.Problem) bool { return p.Line == m.line }) {
				said := "nothing"
				if len(list) > 0 {
					said = list[0].Error()
				}
				t.Errorf("%s:%d %s: not in its line; said %s\n  %s", name, m.line, m.kind, said, strings.Split(m.text, "\n")[m.line-1])
			}
		}
	}
	t.Logf("%d mutants of %d kinds", tried, len(kinds))
	if tried < 1000 || len(kinds) < 20 {
		t.Error(fmt.Sprint("too few mutants: ", tried, kinds))
	}
}
