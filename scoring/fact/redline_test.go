package fact

import "testing"

func TestEveryRedLineIsAWholeRow(t *testing.T) {
	names, labels, screens := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for r := range NumRedLines {
		row := redLineTable[r]
		if row.json == "" || row.label == "" || row.screen == "" || row.why == "" || row.better == "" {
			t.Errorf("red line %d lacks something: %+v", r, row)
		}
		if row.limit < 0 || row.limit >= 70 {
			t.Errorf("%s leaves %d points: a crossed red line does not pass", row.label, row.limit)
		}
		if names[row.json] || labels[row.label] || screens[row.screen] {
			t.Errorf("%s shares a name with another", row.label)
		}
		names[row.json], labels[row.label], screens[row.screen] = true, true, true
	}
	if RedLinesByNames(RedLineSet(RedLinesAll()...).String()) != RedLineSet(RedLinesAll()...) {
		t.Error("names do not lead back to the red lines")
	}
}
