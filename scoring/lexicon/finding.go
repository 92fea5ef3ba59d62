package lexicon

import "shouxiang/scoring/fact"

// Finding is what a frame of the lexicon says when it fits.
type Finding uint8

// What a frame of the lexicon can say about the characters it fits.
const (
	IsNothing    Finding = iota // the tokens inside mean something else: neither empathy nor step
	IsFeeling                   // the customer's feeling is named or shared: 共情 2
	IsPlight                    // what we put this customer through is named: 共情 2
	IsCare                      // concern for body or family: 共情 2
	IsCourtesy                  // general sympathy: 共情 1
	IsApology                   // 道歉: 共情 1
	IsTheirSorry                // somebody else is to say sorry: its 道歉 is none
	IsFault                     // our fault is owned: 共情 1, 认责
	IsAskGrace                  // asks the customer for sympathy: its words are no empathy
	IsStep                      // a step of ours with its content
	IsVagueStep                 // a step of ours without content
	IsDoneStep                  // a step of ours that is done
	IsNoStep                    // looks like a step, is none
	IsUnreal                    // what would have been: nothing of it is done
	IsComfort                   // absolved with a kind word: 共情 2
	IsAbsolve                   // the customer is told that it is not his fault: comfort, and no blame beside it
	IsOthers                    // about somebody else's matter, up to the end of the sentence
	isReassure
	isVerify
	isExplain
	isOwn
	isOptions
	isFollowUp
	isAsk
	isHandover
	isGreet
	isClose
	isRedLine // one for each red line, from here on
)

// The red lines that the code asks for by name.
const (
	IsDismiss = isRedLine + Finding(fact.Dismiss)
	IsAccuse  = isRedLine + Finding(fact.Accuse)
	IsDeflect = isRedLine + Finding(fact.Deflect)
	IsRude    = isRedLine + Finding(fact.Rude)
)

// findingNames are the words of `is` in [[frame]], beside the names of red lines.
var findingNames = map[string]Finding{
	"nothing": IsNothing, "feeling": IsFeeling, "plight": IsPlight, "care": IsCare, "courtesy": IsCourtesy,
	"apology": IsApology, "their-sorry": IsTheirSorry, "fault": IsFault, "ask-grace": IsAskGrace,
	"step": IsStep, "vague-step": IsVagueStep, "done-step": IsDoneStep, "no-step": IsNoStep, "unreal": IsUnreal, "absolve": IsAbsolve, "comfort": IsComfort, "others": IsOthers,
	"reassure": isReassure, "verify": isVerify, "explain": isExplain, "own": isOwn,
	"options": isOptions, "followup": isFollowUp, "ask": isAsk, "handover": isHandover,
	"greet": isGreet, "close": isClose,
}

// findingOf reads a word of `is`.
func findingOf(name string) (Finding, bool) {
	if line, ok := fact.RedLineByName(name); ok {
		return isRedLine + Finding(line), true
	}
	f, ok := findingNames[name]
	return f, ok
}

// Name is the word of `is` in [[frame]].
func (f Finding) Name() string {
	if line, ok := RedLineOf[f]; ok {
		return line.Name()
	}
	for name, is := range findingNames {
		if is == f {
			return name
		}
	}
	return ""
}

// ElementOf says which element a finding is, beside 共情 and 行动.
var ElementOf = map[Finding]fact.Element{
	IsApology: fact.Apology, isReassure: fact.Reassure, isVerify: fact.Verify, isExplain: fact.Explain, isOwn: fact.Own,
	IsFault: fact.Admit, isOptions: fact.Options, isFollowUp: fact.FollowUp, isAsk: fact.Ask, isHandover: fact.Handover,
	isGreet: fact.Greet, isClose: fact.Close,
}

// RedLineOf says which red line a finding is.
var RedLineOf = func() map[Finding]fact.RedLine {
	out := map[Finding]fact.RedLine{}
	for _, line := range fact.RedLinesAll() {
		out[isRedLine+Finding(line)] = line
	}
	return out
}()
