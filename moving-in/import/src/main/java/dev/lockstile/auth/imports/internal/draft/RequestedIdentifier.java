package dev.lockstile.auth.imports.internal.draft;

/** How the target stores an identifier of a source row, if the row keeps it among the accounts that share it. */
public enum RequestedIdentifier {
    /** As a sign-in name. */
    OWN,
    /**
     * As a sign-in name unless another account has it as {@link #OWN}: a source e-mail without {@code @} that becomes a
     * user name.
     */
    OWN_IF_FREE,
    /** As text that opens no account. */
    KEEP_TEXT
}
