package dev.lockstile.benchmarks.internal.race;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** The results as one page that needs nothing else: a plot and a table for each race. */
final class ResultsPage {

    private ResultsPage() {}

    static String of(Results results) throws IOException {
        StringBuilder page = new StringBuilder("""
                <!doctype html>
                <html lang="en"><meta charset="utf-8"><title>%1$s</title>
                <style>body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
                td,th{padding:.2rem .8rem;text-align:right}td:first-child,th:first-child{text-align:left}</style>
                <h1>%1$s</h1>
                <p>Time as a multiple of the first line's, the median of turns taken in one process; below 1 is faster.
                Only ratios travel from machine to machine.</p>
                """.replace("%1$s", escaped(results.title())));
        page.append("<p>").append(escaped(results.machine().inWords())).append("</p>\n");
        results.notes().forEach(note -> page.append("<p>").append(escaped(note)).append("</p>\n"));
        for (Race race : results.races()) {
            page.append("<h2>").append(escaped(race.title())).append("</h2>\n");
            page.append(plot(race)).append(table(race));
        }
        return page.append("</html>\n").toString();
    }

    private static String table(Race race) {
        StringBuilder table = new StringBuilder(
                "<table><tr><th></th><th>ratio</th><th>95 %</th><th>bytes allocated</th><th>microseconds here</th></tr>\n");
        for (Ranking one : race.standings()) {
            table.append(String.format(
                    Locale.ROOT,
                    "<tr><td>%s</td><td>%.3f</td><td>%.3f to %.3f</td><td>%d</td><td>%.1f</td></tr>%n",
                    escaped(one.name()),
                    one.ratio(),
                    one.low(),
                    one.high(),
                    one.bytes(),
                    one.micros()));
        }
        return table.append("</table>\n").toString();
    }

    private static String plot(Race race) throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(1000)
                .height(320)
                .yAxisTitle("times the first")
                .build();
        chart.getStyler().setLegendVisible(false);
        List<String> names = race.standings().stream().map(Ranking::name).toList();
        List<Double> ratios = race.standings().stream().map(Ranking::ratio).toList();
        List<Double> doubt = race.standings().stream()
                .map(one -> Math.max(one.high() - one.ratio(), one.ratio() - one.low()))
                .toList();
        chart.addSeries("ratio", names, ratios, doubt);
        byte[] png = BitmapEncoder.getBitmapBytes(chart, BitmapFormat.PNG);
        return "<img alt=\"the ratios of the table below\" src=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(png) + "\">\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
