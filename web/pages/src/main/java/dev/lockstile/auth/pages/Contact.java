package dev.lockstile.auth.pages;

import dev.lockstile.auth.model.IdentifierKind;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An email address or a phone number as a person typed it into one field.
 *
 * @param kind by the characters of the text; whether it is a valid address or number the services check
 */
record Contact(IdentifierKind kind, String text) {

    static final String FIELD = "contact";

    private static final int MAX = 320;
    private static final Pattern PHONE = Pattern.compile("\\+?[\\p{Nd} ().-]{6,}");
    private static final String AT = "@\uFE6B\uFF20";

    /** Refuses the field where the text is neither. */
    static Contact of(Fields fields) {
        String text = fields.required(FIELD, MAX);
        if (text.chars().anyMatch(sign -> AT.indexOf(sign) >= 0)) {
            return new Contact(IdentifierKind.EMAIL, text);
        }
        if (fields.isFine() && text.codePoints().noneMatch(Character::isDigit)) {
            fields.refuse(FIELD, "email_or_phone");
        }
        return new Contact(IdentifierKind.PHONE, text);
    }

    /** What the characters of a text look like; empty for a user name. */
    static Optional<IdentifierKind> looksLike(String text) {
        if (text.chars().anyMatch(sign -> AT.indexOf(sign) >= 0)) {
            return Optional.of(IdentifierKind.EMAIL);
        }
        return PHONE.matcher(text).matches() ? Optional.of(IdentifierKind.PHONE) : Optional.empty();
    }

    boolean isEmail() {
        return kind == IdentifierKind.EMAIL;
    }

    /** As a waiting code keeps it. */
    String kindName() {
        return isEmail() ? "email" : "phone";
    }
}
