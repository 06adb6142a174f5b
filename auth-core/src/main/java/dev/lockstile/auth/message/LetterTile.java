package dev.lockstile.auth.message;

import java.util.Locale;

/** The first letter of a service on its accent, drawn by a table cell: it needs no image that a reader has to allow. */
final class LetterTile {

    private LetterTile() {}

    /**
     * The words with the tile before them; the words alone where the service's name has no letter or digit.
     *
     * @param words HTML
     * @param service its name, not escaped
     */
    static String beside(String words, String service, Locale language, MailStyle style) {
        return service.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .map(letter -> HtmlBody.escape(letter.toUpperCase(language)))
                .map(letter -> row(letter, words, style))
                .orElse(words);
    }

    private static String row(String letter, String words, MailStyle style) {
        return "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\"><tr>"
                + "<td aria-hidden=\"true\" width=\"32\" height=\"32\" align=\"center\" style=\"width:32px;height:32px;"
                + "border-radius:8px;background:" + style.accent() + ";color:" + style.onAccent() + ";" + HtmlBody.FONT
                + "font-size:18px;line-height:32px;font-weight:700\">" + letter + "</td>"
                + "<td style=\"padding:0 0 0 10px\">" + words + "</td></tr></table>";
    }
}
