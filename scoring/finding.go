package scoring

// finding is what a frame of the lexicon says when it fits.
type finding uint8

// What a frame of the lexicon can say about the characters it fits.
const (
	isNothing    finding = iota // the tokens inside mean something else: neither empathy nor step
	isFeeling                   // the customer's feeling is named or shared: 共情 2
	isPlight                    // what we put this customer through is named: 共情 2
	isCare                      // concern for body or family: 共情 2
	isCourtesy                  // general sympathy: 共情 1
	isApology                   // 道歉: 共情 1
	isTheirSorry                // somebody else is to say sorry: its 道歉 is none
	isFault                     // our fault is owned: 共情 1, 认责
	isAskGrace                  // asks the customer for sympathy: its words are no empathy
	isStep                      // a step of ours with its content
	isVagueStep                 // a step of ours without content
	isDoneStep                  // a step of ours that is done
	isNoStep                    // looks like a step, is none
	isUnreal                    // what would have been: nothing of it is done
	isComfort                   // absolved with a kind word: 共情 2
	isAbsolve                   // the customer is told that it is not his fault: comfort, and no blame beside it
	isOthers                    // about somebody else's matter, up to the end of the sentence
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
	isDismiss
	isAccuse
	isDeflect
	isArgue
	isLeak
	isOffsite
	isSolicit
	isRude
	isOverpromise
	numFindings
)

// findingNames are the words of `is` in [[frame]].
var findingNames = map[string]finding{
	"nothing": isNothing, "feeling": isFeeling, "plight": isPlight, "care": isCare, "courtesy": isCourtesy,
	"apology": isApology, "their-sorry": isTheirSorry, "fault": isFault, "ask-grace": isAskGrace,
	"step": isStep, "vague-step": isVagueStep, "done-step": isDoneStep, "no-step": isNoStep, "unreal": isUnreal, "absolve": isAbsolve, "comfort": isComfort, "others": isOthers,
	"reassure": isReassure, "verify": isVerify, "explain": isExplain, "own": isOwn,
	"options": isOptions, "followup": isFollowUp, "ask": isAsk, "handover": isHandover,
	"greet": isGreet, "close": isClose,
	"dismiss": isDismiss, "accuse": isAccuse, "deflect": isDeflect, "argue": isArgue, "leak": isLeak,
	"offsite": isOffsite, "solicit": isSolicit, "rude": isRude, "overpromise": isOverpromise,
}

// elementOf says which element a finding is, beside 共情 and 行动.
var elementOf = map[finding]Element{
	isApology: Apology, isReassure: Reassure, isVerify: Verify, isExplain: Explain, isOwn: Own,
	isFault: Admit, isOptions: Options, isFollowUp: FollowUp, isAsk: Ask, isHandover: Handover,
	isGreet: Greet, isClose: Close,
}

// redLineOf says which red line a finding is.
var redLineOf = map[finding]RedLine{
	isDismiss: Dismiss, isAccuse: Accuse, isDeflect: Deflect, isArgue: Argue, isLeak: Leak, isOffsite: Offsite,
	isSolicit: Solicit, isRude: Rude, isOverpromise: Overpromise,
}
