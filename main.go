// Command shouxiang is a terminal simulator in which customer-service new hires drill the first response.
package main

import (
	"os"

	"shouxiang/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:])) }
