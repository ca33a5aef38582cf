"""Forms out, figures in, totals: what a phase report is made of."""
