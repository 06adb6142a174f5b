package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.mapping.PersonBuilder;
import dev.lockstile.auth.imports.mapping.RowReader;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak makes a person do before it lets the person in: rows of {@code user_required_action}, named as {@code
 * UserModel.RequiredAction} and the required action providers do. The names stand in one added cell of the person's
 * row.
 */
final class KeycloakActions {

    /** The added cell: names, with blanks between. */
    static final String CELL = "required_actions";

    /** Chooses a new password; stands in a cell of its own. */
    static final String NEW_PASSWORD = "UPDATE_PASSWORD";

    private static final String PROOF = "VERIFY_EMAIL";
    private static final Set<String> FACTORS = Set.of(
            "CONFIGURE_TOTP", "CONFIGURE_RECOVERY_AUTHN_CODES", "webauthn-register", "webauthn-register-passwordless");

    /** Tells of the person and proves nothing. */
    private static final Set<String> DATA = Set.of(
            "UPDATE_PROFILE",
            "VERIFY_PROFILE",
            "UPDATE_EMAIL",
            "TERMS_AND_CONDITIONS",
            "terms_and_conditions",
            "update_user_locale");

    private KeycloakActions() {}

    /** The actions of the people of a page, by the text of their keys. */
    static Map<String, Set<String>> of(Source source, List<SourceRow> owners) {
        List<Object> keys = owners.stream().map(SourceRow::key).toList();
        Map<String, Set<String>> all = new HashMap<>();
        source.tables().stream()
                .filter("user_required_action"::equalsIgnoreCase)
                .flatMap(name -> {
                    String owner = FactorTables.spelled(source.columns(name), "user_id");
                    SourceTable table = new SourceTable(name, owner, source.columns(name));
                    return source.matching(table, owner, keys).stream();
                })
                .forEach(row -> all.computeIfAbsent(String.valueOf(row.cell("user_id")), any -> new TreeSet<>())
                        .add(String.valueOf(row.cell("required_action")).strip()));
        return all;
    }

    /** Whether the person has to add a factor before the next sign-in ends. */
    static boolean demandFactor(SourceRow person) {
        return of(person.cell(CELL)).stream().anyMatch(FACTORS::contains);
    }

    /** Whether the password opens nothing before the address is proven. */
    static boolean demandProof(RowReader row) {
        return of(row.cell(CELL)).contains(PROOF);
    }

    /** Counts what comes along as it is, and closes the account of a person with an action that is not known. */
    static PersonBuilder tell(PersonBuilder person, boolean active) {
        List<String> actions = of(person.row().cell(CELL));
        boolean known = true;
        for (String action : actions) {
            if (DATA.contains(action)) {
                person.row().note("required_action_left_out", CELL, action);
            } else if (!FACTORS.contains(action) && !action.equals(PROOF)) {
                known = false;
                person.row().note("state_uncertain", CELL, "another required action");
            }
        }
        return person.active(active && known);
    }

    private static List<String> of(@Nullable Object cell) {
        return cell == null ? List.of() : Arrays.asList(cell.toString().split(" "));
    }
}
