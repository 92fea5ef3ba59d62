// Command compile writes lexicon.bin from the TOML files of the folder it is run in. `go generate ./scoring/lexicon` runs it.
package main

import (
	"fmt"
	"os"

	"shouxiang/scoring/lexicon"
)

func main() {
	lex, problems := lexicon.New(os.DirFS("."))
	for _, p := range problems {
		fmt.Fprintln(os.Stderr, p.Render())
	}
	if len(problems) > 0 {
		fmt.Fprintln(os.Stderr, "词典有错，lexicon.bin 没有改动；请改好上面的条目再运行")
		os.Exit(1)
	}
	if err := os.WriteFile("lexicon.bin", lex.Binary(), 0o644); err != nil {
		fmt.Fprintf(os.Stderr, "写不了 lexicon.bin：%v；请检查文件夹的权限和磁盘空间\n", err)
		os.Exit(1)
	}
}
