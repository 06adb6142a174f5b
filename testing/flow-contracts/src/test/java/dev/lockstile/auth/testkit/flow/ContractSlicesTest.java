package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.contract.AuthStoreContract;
import dev.lockstile.auth.testkit.contract.ImportStoreContract;
import dev.lockstile.test.Slices;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The slices of the contracts: a misspelt tag would take a case out of every slice without a word. */
final class ContractSlicesTest {

    @ParameterizedTest
    @ValueSource(classes = {AuthStoreContract.class, ImportStoreContract.class, AuthFlowContract.class})
    void the_cases_are_in_known_slices_and_every_slice_has_cases(Class<?> contract) {
        Set<String> tags = new TreeSet<>();
        Stream.<Class<?>>iterate(contract, part -> part != Object.class, Class::getSuperclass)
                .flatMap(part -> Stream.of(part.getDeclaredClasses()))
                .map(Class::getSuperclass)
                .flatMap(cases -> Stream.concat(Stream.of(cases), Arrays.stream(cases.getDeclaredMethods())))
                .map((AnnotatedElement at) -> at.getAnnotationsByType(Tag.class))
                .forEach(found -> Arrays.stream(found).map(Tag::value).forEach(tags::add));
        assertThat(tags).containsExactlyInAnyOrder(Slices.KEYS, Slices.COLUMNS, Slices.TRANSACTIONS);
    }
}
