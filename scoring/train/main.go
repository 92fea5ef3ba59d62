// Command train learns the second opinion on 共情: which runs of characters, beside the lexicon, sound like somebody who feels
// for the customer. It reads labelled replies and writes a table of whole-number weights; the scorer only ever adds them up.
//
//	go run ./scoring/train scoring/testdata/replies/*.tsv > scoring/lexicon/opinion.toml
//
// The method is logistic regression with an L1 penalty, by proximal gradient steps from zero in a fixed order: the same files
// give the same bytes. It decides nothing about red lines or steps.
package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"

	"shouxiang/scoring/calibrate"
	"shouxiang/scoring/fact"
	"shouxiang/scoring/hearing"
	"shouxiang/scoring/lexicon"
	"shouxiang/scoring/reading"
	"shouxiang/sheet"
)

const (
	shortest = 2     // characters of a run
	least    = 10    // replies a run must stand in
	most     = 500   // runs that are kept
	rounds   = 400   // gradient steps
	sure     = 100   // what the runs must weigh together, in hundredths: chosen on writers/dev.tsv
	scale    = 100.0 // a weight of 1 is written as 100
)

type sample struct {
	runs []int32
	kind bool
}

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: train FILE.tsv…")
		os.Exit(2)
	}
	if err := train(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// train reads labelled replies and writes what they teach.
func train(files []string, out io.Writer) error {
	rows, err := read(files)
	if err != nil {
		return err
	}
	names, samples := features(rows)
	w, bias := fit(samples, len(names))
	return write(out, files, len(rows), names, w, bias)
}

func read(files []string) ([]calibrate.Row, error) {
	var rows []calibrate.Row
	for _, name := range files {
		table, err := sheet.Open(name)
		if err != nil {
			return nil, err
		}
		some, bad, err := calibrate.Read(table, nil)
		if err != nil || len(bad) > 0 {
			return nil, fmt.Errorf("%s: %v %v", name, err, bad)
		}
		rows = append(rows, some...)
	}
	return rows, nil
}

// features numbers the runs that stand in enough replies, in the order of their characters.
func features(rows []calibrate.Row) ([]string, []sample) {
	count := map[string]int{}
	var sets []map[string]bool
	matters := map[string]*reading.Matter{}
	lex := lexicon.Default()
	for _, row := range rows {
		m := matters[row.Customer]
		if m == nil {
			m, _ = reading.Compile(lex, fact.Brief{Burst: []string{row.Customer}})
			matters[row.Customer] = m
		}
		set := hearing.Runs(lex, m, strings.Split(row.Reply, "//"), shortest)
		sets = append(sets, set)
		for run := range set {
			count[run]++
		}
	}
	var names []string
	for run, n := range count {
		if n >= least {
			names = append(names, run)
		}
	}
	slices.Sort(names)
	index := make(map[string]int32, len(names))
	for i, run := range names {
		index[run] = int32(i)
	}
	samples := make([]sample, len(rows))
	for i, row := range rows {
		s := sample{kind: row.Empathy == 2}
		for run := range sets[i] {
			if k, ok := index[run]; ok {
				s.runs = append(s.runs, k)
			}
		}
		slices.Sort(s.runs)
		samples[i] = s
	}
	return names, samples
}

// fit finds the weights. The penalty is raised until at most `most` runs are left.
func fit(samples []sample, n int) (w []float64, bias float64) {
	for penalty := 0.0004; ; penalty *= 1.1 {
		w, bias = descend(samples, n, penalty)
		left := 0
		for _, x := range w {
			if math.Round(x*scale) != 0 {
				left++
			}
		}
		if left <= most {
			return w, bias
		}
	}
}

// descend is FISTA: gradient steps with momentum, each followed by shrinking towards zero.
func descend(samples []sample, n int, penalty float64) ([]float64, float64) {
	w, y, grad := make([]float64, n), make([]float64, n), make([]float64, n)
	bias, by, t := 0.0, 0.0, 1.0
	wide := 0
	for _, s := range samples {
		wide = max(wide, len(s.runs))
	}
	step := 4 / float64(wide+1)
	for range rounds {
		clear(grad)
		gb := 0.0
		for i := range samples {
			s := &samples[i]
			z := by
			for _, k := range s.runs {
				z += y[k]
			}
			d := 1 / (1 + math.Exp(-z))
			if s.kind {
				d--
			}
			gb += d
			for _, k := range s.runs {
				grad[k] += d
			}
		}
		m := float64(len(samples))
		next := (1 + math.Sqrt(1+4*t*t)) / 2
		pull := (t - 1) / next
		for k := range w {
			x := y[k] - step*grad[k]/m
			x = math.Copysign(max(0, math.Abs(x)-step*penalty), x)
			y[k] = x + pull*(x-w[k])
			w[k] = x
		}
		b := by - step*gb/m
		by = b + pull*(b-bias)
		bias, t = b, next
	}
	return w, bias
}

func write(to io.Writer, files []string, n int, names []string, w []float64, bias float64) error {
	type run struct {
		text   string
		weight int
	}
	var list []run
	for i, name := range names {
		if v := int(math.Round(w[i] * scale)); v != 0 {
			list = append(list, run{name, v})
		}
	}
	slices.SortFunc(list, func(a, b run) int { return cmp.Or(b.weight-a.weight, cmp.Compare(a.text, b.text)) })
	out := &bytes.Buffer{}
	fmt.Fprintf(out, "# The second opinion on 共情 (docs/scoring.md §5): runs of characters and what each weighs, in hundredths. Made by\n")
	fmt.Fprintf(out, "#\n#	go run ./scoring/train %s > scoring/lexicon/opinion.toml\n#\n# from %d labelled replies. Do not edit: train again.\n\n", strings.Join(files, " "), n)
	fmt.Fprintf(out, "[[opinion]]\nid = \"opinion.empathy\"\nbase = %d\nsure = %d\nruns = \"\"\"\n", int(math.Round(bias*scale)), sure)
	for i, r := range list {
		sep := " "
		if i%12 == 11 || i == len(list)-1 {
			sep = "\n"
		}
		fmt.Fprintf(out, "%s=%d%s", strings.ReplaceAll(r.text, " ", "_"), r.weight, sep)
	}
	fmt.Fprintf(out, "\"\"\"\n")
	_, err := to.Write(out.Bytes())
	return err
}
