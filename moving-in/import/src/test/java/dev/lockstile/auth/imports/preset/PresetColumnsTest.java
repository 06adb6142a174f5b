package dev.lockstile.auth.imports.preset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.mapping.ReadingOptions;
import dev.lockstile.auth.imports.support.Importing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each column that the page of presets names is read: another value in it is another outcome. */
final class PresetColumnsTest {

    private static final Path PAGE = Path.of("../../lab/proofs/what-presets-read.md");
    private static final Pattern ROW = Pattern.compile("- (proves|admits|closes|factor|right) `([a-z_0-9.]+)`: .*");

    /** A column of a preset with two values of which one says what the page has. */
    record Case(String preset, String says, String column) {

        @Override
        public String toString() {
            return preset + " " + says + " " + column;
        }
    }

    static List<Case> cases() throws IOException {
        List<Case> all = new ArrayList<>();
        String preset = "";
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (line.startsWith("## ")) {
                preset = line.substring(3);
            } else if (row.matches()) {
                all.add(new Case(preset, row.group(1), row.group(2)));
            }
        }
        return all;
    }

    @Test
    void each_preset_has_a_table() throws IOException {
        assertThat(cases().stream().map(Case::preset).distinct()).containsExactlyInAnyOrderElementsOf(Presets.names());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_column_that_the_page_names_is_read(Case one) throws IOException {
        PlantedBase base = PlantedBase.of(one.preset());
        Map<String, String> values = base.values(one.column());
        TreeSet<String> outcomes = new TreeSet<>();
        for (String value : List.of(values.get("before"), values.get("after"))) {
            outcomes.add(outcome(one, base.with(one.column(), value)));
        }
        assertThat(outcomes).as("outcomes by what %s holds", one.column()).hasSize(2);
    }

    /** What the page says of the column is what differs. */
    private static String outcome(Case one, PlantedBase base) throws IOException {
        ReadingOptions options = ReadingOptions.CAREFUL.withRoles(List.of("editor"));
        Reading reading = new Reading(IdentifierRules.standard(), null, Importing.NOW, options);
        try (var source = base.open()) {
            var people = Presets.named(one.preset(), null).people(source, reading);
            List<String> told = new ArrayList<>();
            for (PeopleTable table : people.tables()) {
                table.persons(table.users(null, 100)).stream()
                        .flatMap(person -> told(one.says(), person))
                        .forEach(told::add);
            }
            return String.join(";", told);
        }
    }

    private static Stream<String> told(String says, PersonDraft person) {
        UserDraft user = person.user();
        String key = user.origin().legacyId() + " ";
        return switch (says) {
            case "proves" ->
                user.identifiers().stream().filter(WantedIdentifier::isProven).map(wanted -> key + wanted.field());
            case "admits" -> Stream.of(key + user.trust().admitted());
            case "closes" -> Stream.of(key + user.status().active() + user.isLive() + (user.refusal() == null));
            case "factor" -> Stream.of(key + person.hasSecondFactor());
            default ->
                Stream.of(
                        key + user.status().rights() + user.about().role(),
                        person.profiles().stream()
                                .map(profile -> profile.status().role())
                                .toList()
                                .toString());
        };
    }

    static Map<String, String> values(String before, String after) {
        Map<String, String> both = new HashMap<>();
        both.put("before", before);
        both.put("after", after);
        return both;
    }
}
