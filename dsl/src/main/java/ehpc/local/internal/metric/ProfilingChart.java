package ehpc.local.internal.metric;

import ehpc.local.internal.world.Profiling;
import ehpc.local.internal.world.Profiling.Sample;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Draws the time of the processor that a profiled process has used. */
public final class ProfilingChart {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 200;
    private static final int TOP = 40;

    private ProfilingChart() {}

    /** Returns the chart as SVG. */
    public static String svg(Profiling profiling, List<Sample> samples) {
        Sample last = samples.isEmpty() ? new Sample(0, 0, 0) : samples.get(samples.size() - 1);
        long most = Math.max(1, Math.max(last.user(), last.system()));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + (TOP + HEIGHT)
                + "\" font-family=\"monospace\">"
                + text(
                        8,
                        16,
                        escaped(profiling.program()) + ", process " + profiling.process() + " of "
                                + escaped(profiling.hostName()) + ", " + last.at() + " ms")
                + line(samples, last.at(), most, Sample::user, "#c33")
                + line(samples, last.at(), most, Sample::system, "#33c")
                + text(8, 32, "processor: " + last.user() + " ms user (red), " + last.system() + " ms system (blue)")
                + "</svg>\n";
    }

    private static String line(
            List<Sample> samples, long duration, long most, ToLongFunction<Sample> value, String colour) {
        StringBuilder points = new StringBuilder();
        for (Sample sample : samples) {
            points.append(String.format(
                    Locale.ROOT,
                    "%d,%d ",
                    WIDTH * sample.at() / Math.max(1, duration),
                    TOP + HEIGHT - HEIGHT * value.applyAsLong(sample) / most));
        }
        return "<polyline fill=\"none\" stroke=\"" + colour + "\" points=\""
                + points.toString().strip() + "\"/>";
    }

    private static String text(int x, int y, String text) {
        return "<text x=\"" + x + "\" y=\"" + y + "\">" + text + "</text>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
