package dev.lockstile.auth.schema.internal.lint;

/**
 * A word, name, literal or sign of SQL.
 *
 * @param text as the rules read it: words in lower case, a name in quotes as {@link SqlName} writes it, a literal as it
 *     stands, without its quotes where it is {@link Kind#DOLLAR}
 * @param spaced whether white space or a comment stands before it
 */
record SqlToken(Kind kind, String text, boolean spaced) {

    /** Kinds of token. */
    enum Kind {
        WORD,
        NAME,
        STRING,
        DOLLAR,
        SIGN
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.NAME;
    }

    boolean isLiteral() {
        return kind == Kind.STRING || kind == Kind.DOLLAR;
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(word);
    }

    /** What a literal says, without the quotes around it. */
    String content() {
        return kind == Kind.STRING ? text.substring(1, text.length() - 1).replace("''", "'") : text;
    }
}
