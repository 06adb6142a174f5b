package dev.lockstile.auth.message;

/**
 * The host's text of a message in one language. Placeholders are names of {@link MessageTemplates.MessageValues} in
 * braces; {@code {expiry}} is the lifetime of a code as text. A blank line separates paragraphs; values are escaped for
 * HTML.
 *
 * @param subject of the e-mail, one line
 * @param body of the e-mail; a paragraph that consists of {@code {code}} only is emphasized
 * @param sms the text message
 */
public record MessageText(String subject, String body, String sms) {}
