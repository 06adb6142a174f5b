package dev.lockstile.auth.message;

import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes paragraphs as an HTML page that mail programs show as it is: a card in a table, since some of them know no
 * other layout, with its colours in attributes and those of the dark in a sheet. Every text and value is escaped (ASVS
 * 1.2.1).
 */
final class HtmlBody {

    private static final String CODE = "{code}";
    private static final String HTTPS = "https://";
    static final String LINK = "{link}";
    static final String FONT =
            "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
    private static final String SMALL = FONT + "font-size:13px;line-height:1.5;color:#5a6170;";
    private static final String DARK = "@media (prefers-color-scheme:dark){body,.ground{background:#0f1115!important}"
            + ".card{background:#181a20!important;border-color:#2b2f38!important}"
            + ".text,.brand,.code{color:#eceef2!important}.quiet{color:#a3aab8!important}"
            + ".code{background:#22252d!important}}";

    private final SanitizedValues filling;
    private final MailStyle style;
    private final TranslationFile words;
    private final String button;
    private final MailFoot foot;
    private final NoticeDetails details;

    /** @param button what a link is labelled with; not used where there is none */
    HtmlBody(MailFoot foot, String button, NoticeDetails details) {
        this.filling = foot.filling();
        this.style = foot.style();
        this.words = foot.words();
        this.button = button;
        this.foot = foot;
        this.details = details;
    }

    /**
     * The whole page.
     *
     * @param heading above the paragraphs; not escaped
     */
    String page(String language, String subject, String heading, List<String> paragraphs) {
        int last = paragraphs.size() - 1;
        String body = IntStream.rangeClosed(0, last)
                .mapToObj(at -> paragraph(paragraphs.get(at), at == last))
                .collect(Collectors.joining("\n"));
        return "<!DOCTYPE html>\n<html lang=\"" + language + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" + escape(subject) + "</title>\n<style>"
                + DARK + "</style>\n</head>\n<body style=\"margin:0;padding:0;background:#f5f6f8\">\n"
                + preheader(paragraphs)
                + "<table role=\"presentation\" class=\"ground\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\""
                + " style=\"background:#f5f6f8\"><tr><td align=\"center\" style=\"padding:32px 16px\">\n"
                + "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\""
                + " style=\"max-width:520px\">\n<tr><td align=\"center\" style=\"padding:0 0 24px\">" + brand(language)
                + "</td></tr>\n<tr><td class=\"card\" style=\"padding:32px;background:#ffffff;border:1px solid #e2e5ea;"
                + "border-radius:14px;" + FONT + "font-size:16px;line-height:1.55\">\n" + heading(heading) + body
                + "\n</td></tr>\n<tr><td class=\"quiet\" align=\"center\" style=\"padding:24px 16px 0;" + SMALL + "\">"
                + foot(paragraphs) + "</td></tr>\n</table>\n</td></tr></table>\n</body>\n</html>\n";
    }

    /** What lists of messages show beside the subject: neither a code nor a link, nor our greeting. */
    private String preheader(List<String> paragraphs) {
        return paragraphs.stream()
                .filter(text -> !text.contains(CODE)
                        && !text.contains(LINK)
                        && !isGreeting(text)
                        && !text.equals(NoticeDetails.PLACEHOLDER))
                .findFirst()
                .map(text -> "<div style=\"display:none;max-height:0;overflow:hidden\">"
                        + escape(Placeholders.fill(text, filling::get)) + "</div>\n")
                .orElse("");
    }

    private String brand(String language) {
        String service = filling.get(MessageValues.SERVICE);
        String words = "<span class=\"brand\" style=\"" + FONT + "font-size:18px;font-weight:600;color:#16181d\">"
                + escape(service) + "</span>";
        return style.logo() == null
                ? LetterTile.beside(words, service, Locale.forLanguageTag(language), style)
                : "<img src=\"" + escape(style.logo().toString())
                        + "\" height=\"32\" alt=\"\" style=\"height:32px;vertical-align:middle;margin:0 8px 0 0;"
                        + "border:0\">" + words;
    }

    private static String heading(String text) {
        return "<h1 class=\"text\" style=\"margin:0 0 16px;font-size:22px;line-height:1.3;font-weight:700;"
                + "color:#16181d\">"
                + escape(text) + "</h1>\n";
    }

    private String foot(List<String> paragraphs) {
        return Stream.of(escape(foot.from()), escape(foot.why()), filled(foot.help(paragraphs)), escape(foot.sender()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("<br>"));
    }

    private boolean isGreeting(String paragraph) {
        return paragraph.equals(words.get("greeting")) || paragraph.equals(words.get("greeting.name"));
    }

    /** @param last whether the edge of the card is below it */
    private String paragraph(String text, boolean last) {
        return switch (text) {
            case CODE -> code(escape(filling.get(MessageValues.CODE)), last);
            case LINK -> link(escape(filling.get(MessageValues.LINK)), last);
            case NoticeDetails.PLACEHOLDER -> details.html();
            default ->
                "<p class=\"text\" style=\"margin:0 0 " + (last ? "0" : "16px") + ";color:#16181d\">" + filled(text)
                        + "</p>";
        };
    }

    private String filled(String text) {
        return Placeholders.fill(escape(text), this::value);
    }

    private String value(String name) {
        return switch (name) {
            case SanitizedValues.CONTACT ->
                filling.has(SanitizedValues.SUPPORT) ? filled(words.get(name)) : escape(filling.get(name));
            case SanitizedValues.SUPPORT -> support(filling.get(name));
            default -> escape(filling.get(name));
        };
    }

    private static String support(String contact) {
        boolean page = contact.startsWith(HTTPS);
        return "<a href=\"" + escape(page ? contact : "mailto:" + contact) + "\" style=\"color:inherit\">"
                + escape(page ? contact.substring(HTTPS.length()) : contact) + "</a>";
    }

    private static String code(String code, boolean last) {
        return "<p class=\"code\" style=\"margin:8px 0 " + (last ? "0" : "24px")
                + ";padding:16px;border-radius:10px;background:#f5f6f8;"
                + "color:#16181d;text-align:center;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:30px;"
                + "font-weight:bold;letter-spacing:6px\">" + code + "</p>";
    }

    /** The link is shown in full too, for mail programs that draw no buttons. */
    private String link(String target, boolean last) {
        return "<p style=\"margin:8px 0 16px;text-align:center\"><a href=\"" + target
                + "\" style=\"display:inline-block;padding:12px 24px;border-radius:10px;background:" + style.accent()
                + ";color:" + style.onAccent() + ";font-weight:600;text-decoration:none\">" + escape(button)
                + "</a></p>\n"
                + "<p class=\"quiet\" style=\"margin:0 0 " + (last ? "0" : "24px") + ";" + SMALL
                + "word-break:break-all\">" + target + "</p>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
