package journal

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"

	"shouxiang/sim"
)

// Format is the log format this program writes and the newest it reads.
const Format = 1

// Header is the first line of a log.
type Header struct {
	Format  int    `json:"format"`
	App     string `json:"app"`
	Version string `json:"version"`
	Session string `json:"session"`
	Trainee string `json:"trainee"`
	Mode    string `json:"mode"`
	Parent  string `json:"parent"` // the session this one goes back to, or ""
	Seed    uint64 `json:"seed"`
	Started string `json:"started"` // RFC 3339, UTC
	Zone    string `json:"zone"`
	Limit   int    `json:"limit"` // first response, seconds; 0 = untimed, -1 = each file's own
	Input   string `json:"input"` // keys, lines (plain mode on a terminal), pipe (no clock ran)
}

// Unknown is an event of a newer program: kept, shown, without effect on the state.
type Unknown struct {
	sim.Stamp
	Ev  string
	Raw json.RawMessage // the whole line
}

// Name is the event's name in the log.
func (u Unknown) Name() string { return u.Ev }

var kinds = func() map[string]reflect.Type {
	m := map[string]reflect.Type{}
	for _, e := range []sim.Event{
		sim.Arrived{}, sim.Said{}, sim.ClockStarted{}, sim.KeyPressed{}, sim.TagPicked{}, sim.Bubbled{}, sim.Replied{},
		sim.Graded{}, sim.Found{}, sim.Promised{}, sim.Missed{}, sim.Nudged{}, sim.Reacted{}, sim.Hinted{}, sim.Paused{},
		sim.Turned{}, sim.MoodMoved{}, sim.PromiseSettled{}, sim.LookedUp{}, sim.PhraseUsed{}, sim.Ticketed{},
		sim.Resumed{}, sim.Voided{}, sim.Ended{}, sim.Disputed{}, sim.Climbed{}, sim.Closed{},
	} {
		m[e.Name()] = reflect.TypeOf(e)
	}
	return m
}()

// appendEvent adds one event as a line: at, ev and chat first, then its fields in their order.
func appendEvent(dst []byte, e sim.Event) []byte {
	at := e.When()
	dst = append(dst, `{"at":`...)
	dst = strconv.AppendInt(dst, at.At, 10)
	dst = append(dst, `,"ev":"`...)
	dst = append(dst, e.Name()...)
	dst = append(dst, `","chat":`...)
	dst = strconv.AppendInt(dst, int64(at.Chat), 10)
	body := plainJSON(e)
	if len(body) > 2 {
		dst = append(append(dst, ','), body[1:]...)
	} else {
		dst = append(dst, '}')
	}
	return append(dst, '\n')
}

// plainJSON is v as JSON with < > & left readable. Every event and header marshals.
func plainJSON(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if enc.Encode(v) != nil {
		return []byte("{}")
	}
	return bytes.TrimRight(b.Bytes(), "\n")
}

// decodeEvent reads one line.
func decodeEvent(line []byte) (sim.Event, error) {
	var head struct {
		At   *int64 `json:"at"`
		Ev   string `json:"ev"`
		Chat int    `json:"chat"`
	}
	if err := json.Unmarshal(line, &head); err != nil {
		return nil, err
	}
	if head.At == nil || head.Ev == "" {
		return nil, fmt.Errorf("缺少 at 或 ev")
	}
	stamp := sim.Stamp{At: *head.At, Chat: head.Chat}
	kind, ok := kinds[head.Ev]
	if !ok {
		return Unknown{stamp, head.Ev, bytes.Clone(line)}, nil
	}
	v := reflect.New(kind)
	if err := json.Unmarshal(line, v.Interface()); err != nil {
		return nil, err
	}
	v.Elem().FieldByName("Stamp").Set(reflect.ValueOf(stamp))
	return v.Elem().Interface().(sim.Event), nil
}
