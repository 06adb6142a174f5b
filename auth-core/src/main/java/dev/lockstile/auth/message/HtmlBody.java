package dev.lockstile.auth.message;

import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import java.util.List;
import java.util.stream.Collectors;

/** Writes paragraphs as an HTML page that mail programs show as it is. Every text and value is escaped (ASVS 1.2.1). */
final class HtmlBody {

    private static final String PARAGRAPH = "<p style=\"margin:0 0 16px\">";
    private static final String CODE_STYLE =
            "font-size:28px;font-weight:bold;letter-spacing:4px;font-family:monospace;margin:0 0 16px";
    private static final String BUTTON_STYLE = "display:inline-block;padding:12px 20px;border-radius:6px;"
            + "background:#1f4f8f;color:#ffffff;text-decoration:none";
    private static final String PAGE_STYLE =
            "font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#222222;max-width:560px";

    private final SanitizedValues filling;
    private final String button;

    /** @param button what a link is labelled with; not used where there is none */
    HtmlBody(SanitizedValues filling, String button) {
        this.filling = filling;
        this.button = button;
    }

    /** The whole page. */
    String page(String language, String subject, List<String> paragraphs) {
        String body = paragraphs.stream().map(this::paragraph).collect(Collectors.joining("\n"));
        return "<!DOCTYPE html>\n<html lang=\"" + language + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + escape(subject)
                + "</title>\n</head>\n<body>\n<div style=\"" + PAGE_STYLE + "\">\n" + body
                + "\n</div>\n</body>\n</html>\n";
    }

    private String paragraph(String text) {
        return switch (text) {
            case "{code}" -> "<p style=\"" + CODE_STYLE + "\">" + escape(filling.get(MessageValues.CODE)) + "</p>";
            case "{link}" -> link(escape(filling.get(MessageValues.LINK)));
            default -> PARAGRAPH + Placeholders.fill(escape(text), name -> escape(filling.get(name))) + "</p>";
        };
    }

    /** The link is shown in full too, for mail programs that draw no buttons. */
    private String link(String target) {
        return PARAGRAPH + "<a href=\"" + target + "\" style=\"" + BUTTON_STYLE + "\">" + escape(button) + "</a></p>\n"
                + "<p style=\"margin:0 0 16px;font-size:13px;word-break:break-all\">" + target + "</p>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
