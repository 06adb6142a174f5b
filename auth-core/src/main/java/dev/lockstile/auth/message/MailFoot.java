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

    /** The lines that there are, with their values, not escaped. */
    List<String> lines() {
        return Stream.of(from(), why(), sender())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The message as plain text. */
    String plain(List<String> paragraphs, NoticeDetails details) {
        return Stream.concat(
                        paragraphs.stream()
                                .map(paragraph -> paragraph.equals(NoticeDetails.PLACEHOLDER)
                                        ? details.plain()
                                        : Placeholders.fill(paragraph, filling::get)),
                        Stream.of(from(), sender().isEmpty() ? why() : why() + "\n" + sender()))
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private String from() {
        return asked ? AskedFrom.sentence(words, filling) : "";
    }

    private String why() {
        return Placeholders.fill(words.get(reason), filling::get);
    }

    private String sender() {
        String sender = style.sender();
        return sender == null ? "" : sender;
    }
}
