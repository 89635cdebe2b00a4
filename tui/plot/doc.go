// Package plot turns curves into terminal cells: a chart with two logarithmic
// axes, drawn as braille dots, quadrant blocks or plain ASCII letters.
//
// It knows no colours, no terminal and no costs. A [Chart] is what is to be
// seen, a [Raster] is the rectangle of cells that shows it. Every [Cell] holds
// one rune of width one and an [Ink], which says what the cell belongs to (axis,
// mark, series 3) and leaves the colour to the caller:
//
//	chart.Draw(&raster)
//	for y := range raster.Height {
//		for text, ink := range raster.Runs(y) {
//			line.WriteString(style[ink].Render(text))
//		}
//	}
//
// Anatomy of a chart. The plot area is the inner rectangle; [Frame] says where
// it lies and which values its edges stand for:
//
//	 $1K +             LLL L Lambda      right margin: names of the curves
//	     |           LL   v you
//	$100 +KKKKKKKKKK*KKKKKKKKKKKKK K EKS
//	     |     LLL  :
//	     |   LL     :
//	 $10 +LLL       :
//	     ++---------+-----+------+
//	    100K       2M    10M   100M
//
// When there is too little room, parts are dropped in this order. Across: the
// names in the right margin are cut and then shrink to their letters, the
// letters go, the y labels go, the y axis goes. Down: the x labels go, the x
// axis goes. What is left is the curves. A chart without cells draws nothing.
//
// What a curve looks like:
//   - One sample a dot column. Neighbouring dots are joined; a step is a
//     vertical line in the column it has happened in, never a gap.
//   - No logarithm, no dot: at zero, negative, infinite and NaN values nothing
//     is drawn. A platform that costs 0 USD is therefore invisible here, and the
//     caller has to say "$0" in words.
//   - A curve that becomes NaN or infinite and stays so carries × on its last
//     point: from there on it can't be had. A curve that becomes 0, or leaves
//     the y range, ends without a mark.
//   - Series are painted in the order of the list: the last one is in front. In
//     a cell that several series pass through, their dots are merged and the
//     front one gives the ink (in ASCII, the letter).
//   - A series can be told without colour: by its letter on the line near the
//     left third, and by its name at its right-hand end. A series that is hidden
//     behind others still shows its letter there. A plot area of less than 16
//     columns has no letters on its lines.
package plot
