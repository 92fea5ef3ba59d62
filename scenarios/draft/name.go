package draft

import (
	"fmt"
	"regexp"
	"strings"
)

// FileName is the name of the file that was chosen or else is offered.
func (v *Interview) FileName() string {
	if name := v.given[Key{What: AskFile}]; name != "" {
		return name
	}
	return v.offered()
}

// offered is a free name made from the title.
func (v *Interview) offered() string {
	base := strings.TrimSuffix(FileName(v.given[Key{What: AskTitle}]), ".toml")
	if base == "" {
		base = "新题"
	}
	name := base + ".toml"
	for n := 2; v.taken(name); n++ {
		name = fmt.Sprintf("%s-%d.toml", base, n)
	}
	return name
}

func (v *Interview) taken(name string) bool {
	return strings.EqualFold(name, packName) || v.folder.Taken(name)
}

const packName = "pack.toml"

// deviceName is what Windows does not take for a file.
var deviceName = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com\d|lpt\d)$`)

// FileName is a text as the name of a file on every system, "" when nothing is left of it.
func FileName(text string) string {
	text = strings.TrimSuffix(strings.TrimSpace(text), ".toml")
	text = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`\/:*?"<>|`, r) {
			return -1
		}
		return r
	}, text), " .")
	if runes := []rune(text); len(runes) > 40 {
		text = strings.TrimSpace(string(runes[:40]))
	}
	switch {
	case text == "":
		return ""
	case deviceName.MatchString(text):
		text += "_"
	}
	return text + ".toml"
}
