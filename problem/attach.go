package problem

import "time"

// attach puts the decoded values into the tree. It is false when the two libraries did not read the same shape.
func attach(n *Node, value any) bool {
	switch v := value.(type) {
	case map[string]any:
		if n.Kind != Table || len(v) != len(n.Nodes) {
			return false
		}
		for _, c := range n.Nodes {
			child, ok := v[c.Key]
			if !ok || !attach(c, child) {
				return false
			}
		}
		return true
	case []map[string]any:
		return attachItems(n, v)
	case []any:
		return attachItems(n, v)
	}
	return attachScalar(n, value)
}

func attachItems[T any](n *Node, list []T) bool {
	if n.Kind != Array || len(list) != len(n.Nodes) {
		return false
	}
	for i, item := range n.Nodes {
		if !attach(item, any(list[i])) {
			return false
		}
	}
	return true
}

func attachScalar(n *Node, value any) bool {
	var kind Kind
	switch v := value.(type) {
	case string:
		kind, n.Str = String, v
	case int64:
		kind, n.Int = Int, v
	case float64:
		kind, n.Float = Float, v
	case bool:
		kind, n.Bool = Bool, v
	case time.Time:
		kind, n.Time = Time, v
	default:
		return false
	}
	return n.Kind == kind
}
