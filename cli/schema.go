package cli

import (
	"github.com/spf13/cobra"

	"shouxiang/scenarios"
)

func schemaCommand(w *world) *cobra.Command {
	var pack bool
	c := &cobra.Command{
		Use: "schema", Short: "给编辑器用的 JSON Schema：写场景时有提示", Args: cobra.NoArgs,
		Long: "打印场景文件的 JSON Schema。存成文件，在编辑器的 TOML 插件里指给场景文件，写的时候就有键名和可选的词。\n" +
			"它只管写法；写得对不对，用 shouxiang check。",
		RunE: func(*cobra.Command, []string) error {
			text := scenarios.Schema()
			if pack {
				text = scenarios.PackSchema()
			}
			if _, err := w.out.Write(text); err != nil {
				return exitError{exitFound, "结果写不出去：" + err.Error()}
			}
			return nil
		},
	}
	c.Flags().BoolVar(&pack, "pack", false, "pack.toml 的")
	return c
}
