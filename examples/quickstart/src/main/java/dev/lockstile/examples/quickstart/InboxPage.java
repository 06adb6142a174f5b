package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.pages.PageOverrides;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The development inbox as a page without scripts. */
final class InboxPage {

    private static final int[] WIDTHS = {390, 600};

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Development inbox</title>
            <style>
            :root { color-scheme: light dark; --line: light-dark(#e2e5ea, #2b2f38); --quiet: light-dark(#5a6170, #a3aab8); }
            body { font: 15px/1.55 system-ui, sans-serif; max-width: 68rem; margin: 32px auto; padding: 0 16px;
              background: light-dark(#f5f6f8, #0f1115); color: light-dark(#16181d, #eceef2); }
            article { border: 1px solid var(--line); border-radius: 12px; padding: 16px 24px; margin: 16px 0; background: light-dark(#fff, #181a20); }
            h1 { font-size: 1.5rem; margin: 0; }
            h2 { font-size: 1.0625rem; margin: 0; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; background: light-dark(#f5f6f8, #0f1115); padding: 12px; border-radius: 8px; }
            a { color: light-dark(#3455db, #a2b3eb); overflow-wrap: anywhere; }
            summary { cursor: pointer; color: var(--quiet); }
            iframe { border: 1px solid var(--line); border-radius: 8px; max-width: 100%; height: 34rem; margin: 12px 12px 0 0; background: #fff; }
            .code { font: 600 1.75rem ui-monospace, monospace; letter-spacing: .2em; margin: 8px 0; }
            .meta { color: var(--quiet); margin: 0 0 8px; font-size: .8125rem; }
            </style>
            </head>
            <body>
            <h1>Development inbox</h1>
            <p class="meta">What the application sent, newest first. Reload for more.</p>
            """;

    /** The end of every page of the library, where this host puts a link to the inbox. */
    private static final String FOOT = """
            <a href="/dev/inbox">{% if lang == 'es' %}Buzón de desarrollo\
            {% elseif lang == 'pt' %}Caixa de desenvolvimento\
            {% elseif lang == 'de' %}Entwicklungspostfach\
            {% elseif lang == 'fr' %}Boîte de développement\
            {% else %}Development inbox{% endif %}</a>
            """;

    private InboxPage() {}

    static PageOverrides linkOnEveryPage() {
        return PageOverrides.none().withTemplate("foot", FOOT);
    }

    static String render(List<DevInbox.Entry> entries) {
        StringBuilder page = new StringBuilder(HEAD);
        entries.forEach(entry -> article(page, entry));
        if (entries.isEmpty()) {
            page.append("<p>No messages yet.</p>\n");
        }
        return page.append("</body>\n</html>\n").toString();
    }

    private static void article(StringBuilder page, DevInbox.Entry entry) {
        String title = entry.subject() == null ? "Text message" : entry.subject();
        page.append("<article>\n<h2>").append(escape(title)).append("</h2>\n");
        page.append("<p class=\"meta\">To ")
                .append(escape(entry.to()))
                .append(", ")
                .append(TIME.format(entry.at()));
        page.append("</p>\n");
        if (entry.code() != null) {
            page.append("<p class=\"code\">").append(escape(entry.code())).append("</p>\n");
        }
        if (entry.link() != null) {
            String link = escape(entry.link());
            page.append("<p><a rel=\"noreferrer\" href=\"")
                    .append(link)
                    .append("\">")
                    .append(link);
            page.append("</a></p>\n");
        }
        page.append("<pre>").append(escape(entry.text())).append("</pre>\n");
        if (entry.html() != null) {
            preview(page, escape(entry.html()));
        }
        page.append("</article>\n");
    }

    /** The HTML of an e-mail as a phone and as a wide window show it; nothing in it runs or loads. */
    private static void preview(StringBuilder page, String html) {
        page.append("<details><summary>As HTML, 390 and 600 pixels wide</summary>\n");
        for (int width : WIDTHS) {
            page.append("<iframe sandbox loading=\"lazy\" title=\"E-mail\" width=\"")
                    .append(width)
                    .append("\" srcdoc=\"")
                    .append(html)
                    .append("\"></iframe>\n");
        }
        page.append("</details>\n");
    }

    private static String escape(@Nullable String text) {
        return String.valueOf(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
