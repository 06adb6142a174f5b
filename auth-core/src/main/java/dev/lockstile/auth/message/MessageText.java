package dev.lockstile.auth.message;

/**
 * The host's own words for a message in one language. Values stand in braces, by the names in {@link
 * MessageTemplates.MessageValues}; {@code {expiry}} is the life of a code in words of the library. A blank line
 * separates paragraphs; values are escaped for HTML.
 *
 * @param subject of the e-mail, one line
 * @param body of the e-mail; a paragraph that is {@code {code}} alone is set apart
 * @param sms the text message
 */
public record MessageText(String subject, String body, String sms) {}
