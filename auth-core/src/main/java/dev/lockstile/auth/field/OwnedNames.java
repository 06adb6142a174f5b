package dev.lockstile.auth.field;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names that no field of a host may have: those of the library's own fields on the wire, of the attributes of its
 * superclasses, and those by which systems commonly grant rights. Compared without case and separators, so that no
 * spelling of an owned name passes for another one.
 */
final class OwnedNames {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final int MAX = 60;

    private static final String WIRE = """
            access accessToken active_profile address birthday challenge_id channel client code confirmation \
            correlation_id created_at csrf_token current data detail device device_label device_registered display_name \
            email email_sent errors field first_name full_name gender id is_active is_default is_staff is_superuser \
            is_verified label language last_name_1 last_name_2 last_used_at login login_redirect_url member name \
            new_password new_password_confirm notification_token old_password password password_confirm \
            pending_changes phone photoURL picture platform profile profile_completion_required profile_id \
            profile_settings profiles refresh refreshToken registration role set_password settings shortcuts status \
            terms_accepted terms_and_conditions terms_and_conditions_accepted timezone token tokens trusted_device uid \
            user user_exist user_settings username valid_until
            """;

    private static final String COLUMNS = """
            active admitted_at birthday created_at deleted_at deleted_by_cascade disabled_until email_key email_verified_at is_default \
            joined_at last_login last_login_at modified_at password_changed_at password_hash phone_key \
            phone_verified_at staff superuser terms_accepted_at updated_at username_key verified version
            """;

    private static final String RIGHTS = """
            acl admin admins authorities authority claims email_verified grants group groups is_admin is_owner owner \
            permission permissions phone_verified privileges right rights roles scope scopes secret session sessions \
            sub tenant user_id
            """;

    private static final Set<String> OWNED = Stream.of(WIRE, COLUMNS, RIGHTS)
            .flatMap(names -> Stream.of(names.strip().split("\\s+")))
            .map(OwnedNames::plain)
            .collect(Collectors.toUnmodifiableSet());

    private OwnedNames() {}

    /** What is wrong with the names of a field. */
    static Optional<String> problem(HostField field) {
        String name = field.name();
        if (!NAME.matcher(name).matches() || name.length() > MAX) {
            return Optional.of(
                    "host-field-name: '" + name + "' is no name; write it in lower snake case, such as tax_id");
        }
        return Stream.of(name, field.attribute())
                .filter(OwnedNames::isOwned)
                .findFirst()
                .map(owned -> "host-field-owned: '" + owned + "' is a name of the library's own; take another one");
    }

    /** True for a name of the library's, however it is spelled. */
    static boolean isOwned(String name) {
        return OWNED.contains(plain(name));
    }

    /** The name in lower camel case. */
    static String camel(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            boolean joins = name.charAt(i) == '_' && i > 0 && i + 1 < name.length();
            out.append(joins ? Character.toUpperCase(name.charAt(++i)) : name.charAt(i));
        }
        return out.toString();
    }

    private static String plain(String name) {
        return name.replaceAll("[_.-]", "").toLowerCase(Locale.ROOT);
    }
}
