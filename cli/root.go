package cli

import (
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"shouxiang/tui"
)

// Version is the program's version, in logs and in `version`.
const Version = "0.1.0"

// options are the flags every command knows.
type options struct {
	dataDir   string
	scenarios []string
}

func newRoot(w *world) *cobra.Command {
	o := &options{}
	root := &cobra.Command{
		Use:           "shouxiang",
		Short:         "首响：客服首次响应陪练",
		Long:          "首响：在终端里练首次响应。剧本客户找上门，30 秒内，先接住情绪，再说清你做什么、多久办好。\n不带命令直接运行，进入主页。",
		Args:          cobra.NoArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !w.terminal() {
				return usagef("这里不是终端，打不开主页。\n想直接练：  shouxiang drill --plain\n看有哪些题：shouxiang scenarios\n全部命令：  shouxiang help")
			}
			return w.home(o)
		},
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.PersistentFlags().StringVar(&o.dataDir, "data-dir", "", "记录和设置存到这个`文件夹`（也可用环境变量 SHOUXIANG_DATA_DIR）")
	root.PersistentFlags().StringArrayVar(&o.scenarios, "scenarios", nil, "另外加载这个`文件夹`里的场景包（可写多次）")
	root.AddCommand(drillCommand(w, o), playCommand(w, o), scenariosCommand(w, o), logCommand(w, o), scoreCommand(w, o), calibrateCommand(w, o), checkCommand(w, o), simulateCommand(w, o), newCommand(w, o), schemaCommand(w), versionCommand())
	speakChinese(root)
	return root
}

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "显示版本", Args: cobra.NoArgs,
		Run: func(cmd *cobra.Command, _ []string) { cmd.Println("首响 " + Version) },
	}
}

const usageTemplate = `用法：
  {{if .Runnable}}{{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}{{if .Runnable}}
  {{end}}{{.CommandPath}} 命令{{end}}{{if .HasAvailableSubCommands}}

命令：{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

选项：
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

通用选项：
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

某个命令怎么用：{{.CommandPath}} 命令 --help{{end}}
`

// speakChinese gives cobra's own commands, flags and templates our language.
func speakChinese(root *cobra.Command) {
	root.SetUsageTemplate(usageTemplate)
	root.SetHelpTemplate("{{with or .Long .Short}}{{. | trimTrailingWhitespaces}}\n\n{{end}}{{.UsageString}}")
	root.SetHelpCommand(&cobra.Command{
		Use: "help [命令]", Short: "看某个命令怎么用",
		RunE: func(cmd *cobra.Command, args []string) error {
			target, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return usagef("没有『%s』这个命令；全部命令见 shouxiang help", tui.Printable(strings.Join(args, " ")))
			}
			target.InitDefaultHelpFlag()
			return target.Help()
		},
	})
	var all func(*cobra.Command)
	all = func(c *cobra.Command) {
		c.DisableFlagsInUseLine = true
		c.Flags().BoolP("help", "h", false, "显示这份说明")
		for _, sub := range c.Commands() {
			all(sub)
		}
	}
	all(root)
}

// cobra and pflag report in English; these are all the forms they use here.
var usageForms = []struct {
	form *regexp.Regexp
	say  string
}{
	{regexp.MustCompile(`^unknown command "([^"]*)"`), "没有『$1』这个命令"},
	{regexp.MustCompile(`^unknown (?:shorthand )?flag: (?:'.' in )?(-\S+)`), "没有 $1 这个选项"},
	{regexp.MustCompile(`^flag needs an argument: (?:'.' in )?(-\S+)`), "$1 后面要跟一个值"},
	{regexp.MustCompile(`^invalid argument "([^"]*)" for "([^"]*)" flag`), "$2 不能写成『$1』"},
	{regexp.MustCompile(`^accepts .*received (\d+)`), "参数个数不对（写了 $1 个）"},
	{regexp.MustCompile(`^bad flag syntax: (.*)`), "选项写得不对：$1"},
	{regexp.MustCompile(`^requires at least (\d+)`), "至少要写 $1 个参数"},
}

func chineseUsage(err error) string {
	text := err.Error()
	for _, f := range usageForms {
		if m := f.form.FindStringSubmatchIndex(text); m != nil {
			text = string(f.form.ExpandString(nil, f.say, text, m))
			break
		}
	}
	return tui.Printable(text) + "；怎么用见 shouxiang help"
}
