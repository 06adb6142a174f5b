package dev.lockstile.auth.spring.internal.development;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The development inbox as a page without scripts. */
final class InboxPage {

    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Development inbox</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #1d2330; }
            article { border: 1px solid #d5d9e2; border-radius: .5rem; padding: 1rem; margin: 1rem 0; }
            h2 { font-size: 1rem; margin: 0 0 .5rem; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f5f8; padding: .75rem; border-radius: .25rem; }
            .code { font-size: 1.75rem; letter-spacing: .2em; font-weight: 600; }
            .meta { color: #545c6e; }
            </style>
            </head>
            <body>
            <h1>Development inbox</h1>
            <p class="meta">What the application sent, newest first. Reload for more.</p>
            """;

    private InboxPage() {}

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
                .append(entry.at());
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
        page.append("<pre>").append(escape(entry.text())).append("</pre>\n</article>\n");
    }

    private static String escape(@Nullable String text) {
        return String.valueOf(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
