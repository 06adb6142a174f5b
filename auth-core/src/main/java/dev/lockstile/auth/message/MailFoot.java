package dev.lockstile.auth.message;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands below a message, in both of its forms: where it was asked for, why it comes, and who sends it.
 *
 * @param asked true for a message that a person has asked for
 * @param reason key of the text that tells why it comes
 */
record MailFoot(SanitizedValues filling, MailStyle style, TranslationFile words, boolean asked, String reason) {

    private static final String CONTACT = "{" + SanitizedValues.CONTACT + "}";

    /** Where a reader gets help, for a message that does not tell it by itself; its value is not filled in. */
    String help(List<String> paragraphs) {
        boolean told = paragraphs.stream().anyMatch(text -> text.contains(CONTACT));
        return filling.has(SanitizedValues.SUPPORT) && !told ? words.get("footer.support") : "";
    }

    /** The message as plain text. */
    String plain(List<String> paragraphs, NoticeDetails details) {
        return Stream.concat(
                        paragraphs.stream()
                                .map(paragraph -> paragraph.equals(NoticeDetails.PLACEHOLDER)
                                        ? details.plain()
                                        : Placeholders.fill(paragraph, filling::get)),
                        Stream.of(from(), last(Placeholders.fill(help(paragraphs), filling::get))))
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private String last(String help) {
        return Stream.of(why(), help, sender()).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    String from() {
        return asked ? AskedFrom.sentence(words, filling) : "";
    }

    String why() {
        return Placeholders.fill(words.get(reason), filling::get);
    }

    String sender() {
        String sender = style.sender();
        return sender == null ? "" : sender;
    }
}
