package scoring

// covers reports whether the scenario's can allows the step by button.
func (r *reply) covers(st *step) bool {
	cl := r.clauses[st.clause]
	for i := range r.m.can {
		found := false
		r.each(&r.m.can[i], func(s, e int) bool {
			found = s >= cl.start && e <= cl.end
			return !found
		})
		if found {
			return true
		}
	}
	return false
}
