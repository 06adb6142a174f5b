package dev.lockstile.auth.schema;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which table a change set of the library belongs to, by its id: {@code totp-1}, {@code sequence-totp-2},
 * {@code collation-throttle-1}.
 */
final class TableChangeSets {

    /** The tables whose sequences one change set makes. */
    static final Set<AuthTable> SHARING = EnumSet.of(
            AuthTable.USER,
            AuthTable.PROFILE,
            AuthTable.DEVICE,
            AuthTable.SOCIAL,
            AuthTable.CODE,
            AuthTable.SESSION,
            AuthTable.SMS_LOG,
            AuthTable.EMAIL_LOG,
            AuthTable.EVENT,
            AuthTable.LEGACY_LINK);

    private static final String FOLDER = "dev/lockstile/auth/schema/v1/";
    private static final String SHARED = FOLDER + "sequences.xml";
    private static final String SINGLE = FOLDER + "sequences-single.xml";
    private static final Pattern ID = Pattern.compile("(?:sequence-|collation-)?(\\w+?)(?:_head)?-(\\d+)");

    private TableChangeSets() {}

    /** Whether it makes the sequences of {@link #SHARING}. */
    static boolean isShared(String path, String id) {
        return path.equals(SHARED) && id.equals("sequences-1");
    }

    /** Whether the file's change sets make the sequence of one table of {@link #SHARING} each. */
    static boolean isSingle(String path) {
        return path.equals(SINGLE);
    }

    /** Whether a change set with that id creates a table. */
    static boolean makesTable(String id) {
        return id.endsWith("-1") && !id.startsWith("sequence") && !id.startsWith("collation-");
    }

    /** Empty for the host's own change sets and for the one that makes the sequences of {@link #SHARING}. */
    static Optional<AuthTable> table(String path, String id) {
        if (!path.startsWith(FOLDER)) {
            return Optional.empty();
        }
        if (path.equals(FOLDER + "passkeys.xml")) {
            return Optional.of(AuthTable.PASSKEY);
        }
        Matcher matcher = ID.matcher(id);
        return matcher.matches() ? AuthTable.find(matcher.group(1)) : Optional.empty();
    }
}
