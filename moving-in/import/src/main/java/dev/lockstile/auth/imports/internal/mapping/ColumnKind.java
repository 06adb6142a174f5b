package dev.lockstile.auth.imports.internal.mapping;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a column seems to say of an account, by its name or by its values. */
public enum ColumnKind {

    /** Whether the account is open, closed or deleted. */
    STATE("a state"),
    /** Whether an address or a number is proven. */
    PROOF("a proof"),
    /** A second factor. */
    FACTOR("a second factor"),
    /** What the person may do. */
    RIGHT("a right");

    private static final String OWNER =
            "((is|has|was|account|acct|user|member|login|profile|customer|person|client|record|row|soft|hard|shadow|gdpr"
                    + "|permanently|temporarily|date|time|fecha|data)s?){0,3}";
    private static final String WHEN =
            "(at|on|date|time|datetime|ts|timestamp|until|till|flag|mark|expires|expiresat|end|am|em|le|el)?";
    private static final Pattern STATES = Pattern.compile(OWNER
            + "((ban|banned|block|blocked|suspend|suspended|suspension|lock|locked|lockedout|lockout|disable|disabled"
            + "|deactivated|deactivation|inactive|inactivated|frozen|spam|spammer|terminated|closed|archived|expired"
            + "|quarantined|blacklisted|rejected|denied|trashed|deleted|deletion|discarded|removed|erased|destroyed"
            + "|anonymi[sz]ed|cancell?ed|withdrawn|dismissed|revoked|purged|resigned|excluded|pending|paused|left(?=at|on)"
            + "|suspensionends|lifecycle|lifecycle(stage|state|status)|shadowbanned|" + ForeignStates.WORDS
            + "|active|activated|enabled|approved|allowed|verifiedactive"
            + "|non(expired|locked))(account|user|login)?"
            + "(by(admin|administrator|staff|system|moderator|support))?"
            + WHEN
            + "|" + OWNER + "(expires(at|on)?|expir(y|ation)(date|at|on)?|valid(until|to|till)(date)?)"
            + "|" + OWNER
            + "(del|delete|dflag|enable|valid|invalid|invalidated|dormant|obsolete|void|voided|deceased|died"
            + "|defunct|fraud|fraudulent|termination|sysdeleted)" + WHEN
            + "|(can|may|allows?|allowed|deny|no|has|disallow)(to)?(log|sign)?(in|on|access)|ban(level|type|status|state)"
            + "|(login|signin|access)(revoked|denied|forbidden|disabled)" + WHEN
            + "|(approval|moderation|review)(status|state)|(needs|requires)approval|situacao"
            + "|status|status(id|code|key)|(account|user|member|login)(state|standing|expiry|expires|expiresat))");
    private static final Pattern PASSWORDS = Pattern.compile(
            "((must|force|forced|needs?|requires?d?|should)(password)?(change|reset|update)d?(password)?|(password|pwd|passwd|credentials?)"
                    + "(nonexpired|expired|expiry|expires|expireson|expir(y|ation)date|validuntil|temporary|istemporary|resetrequired|changerequired|mustchange))(at|flag)?");
    private static final Pattern PROOFS = Pattern.compile(
            "(is|has)?(verified|confirmed|validated)(e?mail|phone|mobile|number|address)"
                    + "|(user|primary)?(e?mail|phone|mobile)(address)?(status|state|confirm|ok|valid)"
                    + "|(doi|double|doubleoptin)(optin|confirmed)(at)?|verif(y|ication)(status|state)"
                    + "|(is|has|user|primary)?(e?mail|phone|mobile|sms|account|identity|contact|number|phonenumber|address|msisdn)?"
                    + "(address)?(is)?(verified|confirmed|validated|verificationstatus|confirmationstatus)(at|on|date|flag)?");
    private static final Pattern RIGHTS = Pattern.compile(
            "(is|has|user|account|site|global|system|app)*(admin|administrator|superuser|superadmin|sysadmin|staff|root"
                    + "|moderator|roles?|roleid|rolename|permissions?|perms|acl|rights|scopes|operator|privileges?|authorit(y|ies)|accesslevel|userlevel"
                    + "|capabilities|groups)(flag|mask|bits)?(at)?");
    private static final Pattern FACTORS = Pattern.compile(
            ".*(mfa|2fa|twofactor|twostep|totp|multifactor|secondfactor|u2f"
                    + "|webauthn|authenticator|passkey|securitykey|securityquestion|secretquestion|yubi(key|co)|googleauth|onetimepass).*"
                    + "|otp|authy(id|enabled|status|token|cellphone)?|duo(id|enabled|active|user(name)?)|ga(secret|key|enabled)");

    private static final Pattern REMARKS = Pattern.compile(OWNER
            + "(ban|block|suspen|lock|disabl|deactivat|delet|remov|clos|terminat|reject)[a-z]*"
            + "(reasons?|notes?|comments?|message|by)");

    private static final Set<String> CLOSED = Set.of(
            "banned",
            "suspended",
            "blocked",
            "disabled",
            "deactivated",
            "deleted",
            "removed",
            "locked",
            "inactive",
            "spam",
            "closed",
            "archived",
            "terminated",
            "frozen",
            "rejected",
            "denied",
            "expired");
    private static final Set<String> OPEN =
            Set.of("active", "activated", "enabled", "open", "approved", "ok", "normal", "good", "live");
    private static final Set<String> GRANTING = Set.of(
            "admin",
            "administrator",
            "superuser",
            "superadmin",
            "root",
            "staff",
            "moderator",
            "role_admin",
            "sysadmin");
    private static final Set<String> PROVING = Set.of("verified", "unverified", "confirmed", "unconfirmed", "proven");

    private final String words;

    ColumnKind(String words) {
        this.words = words;
    }

    /** {@return the kind in words, with an article} */
    public String words() {
        return words;
    }

    /**
     * {@return the kind of a column by its name; empty for any other column}
     *
     * @param column in any letter case
     */
    public static Optional<ColumnKind> ofName(String column) {
        String name = FactorColumns.bare(Accents.removed(column));
        if (FactorColumns.isName(column) || FACTORS.matcher(name).matches()) {
            return Optional.of(FACTOR);
        }
        if (StateColumns.isName(column)
                || STATES.matcher(name).matches()
                || PASSWORDS.matcher(name).matches()) {
            return Optional.of(STATE);
        }
        if (PROOFS.matcher(name).matches()) {
            return Optional.of(PROOF);
        }
        return RIGHTS.matcher(name).matches() ? Optional.of(RIGHT) : Optional.empty();
    }

    /**
     * {@return true for a column that explains a state in another column, such as {@code ban_reason}}
     *
     * @param column in any letter case
     */
    public static boolean isRemark(String column) {
        return REMARKS.matcher(FactorColumns.bare(column)).matches();
    }

    /**
     * {@return the kind of a column by its values; empty for any other column}
     *
     * @param values the distinct values, stripped and in lower case
     * @param repeated true when few distinct values fill many cells
     */
    public static Optional<ColumnKind> ofValues(Collection<String> values, boolean repeated) {
        if (values.stream().anyMatch(value -> value.startsWith("otpauth:"))) {
            return Optional.of(FACTOR);
        }
        if (tells(values, CLOSED, OPEN, repeated)) {
            return Optional.of(STATE);
        }
        if (tells(values, GRANTING, Set.of("user", "member", "customer"), repeated)) {
            return Optional.of(RIGHT);
        }
        return tells(values, PROVING, Set.of("pending"), repeated) ? Optional.of(PROOF) : Optional.empty();
    }

    /** {@return whether a word says that the account is open; empty for any other word} */
    static Optional<Boolean> open(String word) {
        if (OPEN.contains(word)) {
            return Optional.of(true);
        }
        return CLOSED.contains(word) ? Optional.of(false) : ForeignStates.open(word);
    }

    private static boolean tells(Collection<String> values, Set<String> telling, Set<String> others, boolean repeated) {
        return values.stream().anyMatch(telling::contains)
                && (repeated || values.stream().allMatch(value -> telling.contains(value) || others.contains(value)));
    }
}
