package dev.lockstile.auth.password.internal;

import dev.lockstile.auth.password.Blocklists;
import dev.lockstile.auth.password.BreachOutage;
import dev.lockstile.auth.password.BreachedPasswords;
import dev.lockstile.auth.password.LengthRule;
import dev.lockstile.auth.password.PasswordContext;
import dev.lockstile.auth.password.PasswordPolicy;
import dev.lockstile.auth.password.PasswordProblem;
import dev.lockstile.auth.password.PasswordProblem.Code;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Length, the common list, the owner's words, the breach source; nothing about kinds of characters (ASVS 6.2.5). */
final class ListedPasswordPolicy implements PasswordPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(ListedPasswordPolicy.class);

    private final LengthRule length;
    private final Blocklists lists;
    private final CommonPasswords common;

    private ListedPasswordPolicy(LengthRule length, Blocklists lists, CommonPasswords common) {
        this.length = length;
        this.lists = lists;
        this.common = common;
    }

    static ListedPasswordPolicy of(PasswordSettings settings) {
        return new ListedPasswordPolicy(settings.length(), settings.blocklists(), CommonPasswords.shipped());
    }

    @Override
    public List<PasswordProblem> problemsWithoutAsking(Secret candidate, PasswordContext context) {
        if (PasswordUnicodeForms.tooLong(candidate)) {
            // nothing more is done with it: the work of the rules below grows with the length
            return List.of(tooLong());
        }
        if (PasswordUnicodeForms.normal(candidate) == null) {
            return List.of(PasswordProblem.of(Code.MALFORMED));
        }
        String text = PasswordUnicodeForms.nfc(candidate.reveal());
        List<PasswordProblem> problems = new ArrayList<>(lengthProblems(text));
        String folded = Folding.fold(text);
        if (common.contains(folded)) {
            problems.add(PasswordProblem.of(Code.TOO_COMMON));
        }
        if (ContextWords.of(lists.serviceWords(), context).spoil(folded, length.min())) {
            problems.add(PasswordProblem.of(Code.CONTEXT));
        }
        return List.copyOf(problems);
    }

    private List<PasswordProblem> lengthProblems(String text) {
        int points = text.codePointCount(0, text.length());
        if (points < length.min()) {
            return List.of(new PasswordProblem(Code.TOO_SHORT, Map.of("min", length.min())));
        }
        return points > length.max() ? List.of(tooLong()) : List.of();
    }

    private PasswordProblem tooLong() {
        return new PasswordProblem(Code.TOO_LONG, Map.of("max", length.max(), "maxBytes", PasswordSettings.MAX_BYTES));
    }

    /** Asked last and only about a password that is fine otherwise: it may cost a request over the network. */
    @Override
    public List<PasswordProblem> breachProblems(Secret candidate) {
        BreachedPasswords source = lists.breached();
        if (source == null) {
            return List.of();
        }
        try {
            long seen = source.timesSeen(Secret.of(PasswordUnicodeForms.nfc(candidate.reveal())));
            return seen > 0 ? List.of(new PasswordProblem(Code.BREACHED, Map.of("timesSeen", seen))) : List.of();
        } catch (BreachedPasswords.SourceException | RuntimeException outage) {
            return outage(outage);
        }
    }

    private List<PasswordProblem> outage(Exception cause) {
        boolean refuse = lists.outage() == BreachOutage.REFUSE;
        // the kind alone: a message of a host's source could quote what it was asked
        LOG.warn(
                "the breached-password source cannot be asked ({}); new passwords are {} meanwhile",
                cause.getClass().getName(),
                refuse ? "refused" : "allowed");
        return refuse ? List.of(PasswordProblem.of(Code.BREACH_CHECK_UNAVAILABLE)) : List.of();
    }
}
