package dev.lockstile.auth.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.field.HostFields;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every field of every entity, put into the body of every endpoint, changes nothing (ASVS 15.3.3, OWASP API3:2023). The
 * same honest story is lived twice without planted fields; columns that differ between the two hold chance. Then it is
 * lived with the fields planted: every other column holds the same as before, and those of chance are filled where they
 * were.
 */
abstract class PlantedFieldsContract extends AttackContract {

    /** The columns that have a field of their own in some body; all others are the server's. */
    private static final Set<String> SAID = Set.of(
            "email",
            "phone",
            "username",
            "first_name",
            "last_name_1",
            "last_name_2",
            "birthday",
            "gender",
            "label",
            "picture",
            "client",
            "channel",
            "platform",
            "name",
            "token",
            "provider",
            "challenge_id",
            "enrolment_id",
            "role",
            "reason");

    @Test
    void a_field_that_an_endpoint_does_not_read_changes_nothing() {
        Set<String> endpoints = new TreeSet<>();
        List<LifecycleSteps.Step> honest = live(0, endpoints);
        Set<String> chance = differing(honest, live(0, endpoints));
        assertThat(chance).isNotEmpty();
        Operations operations = new Operations(unlimited());
        Set<String> lived = honest.stream()
                .map(LifecycleSteps.Step::operation)
                .filter(operation -> !operations.isOff(operation))
                .collect(Collectors.toSet());
        assertThat(lived)
                .as("every endpoint is in the story")
                .isEqualTo(endpoints)
                .hasSizeGreaterThan(30);
        for (int way : List.of(1, 2)) {
            List<LifecycleSteps.Step> attacked = live(way, endpoints);
            for (int i = 0; i < honest.size(); i++) {
                same(honest.get(i), attacked.get(i), chance);
            }
        }
    }

    @Test
    void only_what_a_person_says_of_the_own_self_is_read() {
        AttackedHost host = unlimited();
        Operations operations = new Operations(host);
        Set<String> read = new TreeSet<>();
        for (String operation : operations.all()) {
            Set<String> fields = new TreeSet<>(operations.fields(operation));
            if (operation.endsWith("settings/")) {
                fields.remove("settings"); // of which an endpoint takes those that the host has declared
            }
            read.addAll(PlantedFields.amongst(
                    fields, new EntityRows(host.host.entities()).attributes().keySet()));
        }
        read.removeAll(own(host));
        assertThat(read).isSubsetOf(SAID).contains("first_name", "email");
    }

    /** The fields that the host has declared: it wants them to be said. */
    private static Set<String> own(AttackedHost host) {
        HostFields fields = host.server.kit().auth().hostData().fields();
        return Stream.of(fields.registration(), fields.account(), fields.profile())
                .flatMap(List::stream)
                .map(HostField::attribute)
                .map(PlantedFields::snake)
                .collect(Collectors.toSet());
    }

    private List<LifecycleSteps.Step> live(int way, Set<String> endpoints) {
        AttackedHost host = unlimited();
        Operations operations = new Operations(host);
        endpoints.addAll(operations.all());
        PlantedFields planting = way == 0
                ? PlantedFields.nothing(operations)
                : PlantedFields.of(operations, new EntityRows(host.host.entities()).attributes(), way == 1);
        return new AccountLifecycle(host, planting).live();
    }

    private static Set<String> differing(List<LifecycleSteps.Step> one, List<LifecycleSteps.Step> other) {
        Set<String> differing = new HashSet<>();
        for (int i = 0; i < one.size(); i++) {
            Map<String, List<String>> rows = other.get(i).columns();
            one.get(i).columns().forEach((column, values) -> {
                if (!values.equals(rows.get(column))) {
                    differing.add(column);
                }
            });
        }
        return differing;
    }

    private static void same(LifecycleSteps.Step honest, LifecycleSteps.Step attacked, Set<String> chance) {
        assertThat(attacked.status()).as(attacked.operation()).isEqualTo(honest.status());
        honest.columns().forEach((column, values) -> {
            List<String> now = attacked.columns().getOrDefault(column, List.of());
            String what = column + " after " + attacked.operation();
            if (chance.contains(column)) {
                assertThat(filled(now)).as(what).isEqualTo(filled(values));
            } else {
                assertThat(now).as(what).isEqualTo(values);
            }
            assertThat(now)
                    .as(what)
                    .noneMatch(value -> PlantedFields.SIGNS.stream().anyMatch(value::contains));
        });
    }

    private static List<Boolean> filled(List<String> values) {
        return values.stream().map("null"::equals).sorted().toList();
    }
}
