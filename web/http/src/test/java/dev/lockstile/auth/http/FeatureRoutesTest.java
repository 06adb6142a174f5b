package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.feature.AuthFeature;
import dev.lockstile.auth.http.internal.endpoint.Endpoints;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.http.settings.EndpointGroup;
import dev.lockstile.auth.http.settings.HttpSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The endpoints of a feature are those that its description names, and they come and go together. */
class FeatureRoutesTest {

    static Set<AuthFeature> features() {
        return Auth.knownFeatures();
    }

    @ParameterizedTest
    @MethodSource("features")
    void a_host_without_the_feature_has_all_routes_but_those_of_its_description(AuthFeature feature) {
        Set<AuthFeature> others = new HashSet<>(features());
        others.remove(feature);
        List<String> all = paths(features(), HttpSettings.defaults());
        assertThat(all.stream().anyMatch(feature::owns))
                .isEqualTo(!feature.paths().isEmpty());
        assertThat(paths(others, HttpSettings.defaults()))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().filter(path -> !feature.owns(path)).toList());
    }

    @ParameterizedTest
    @MethodSource("features")
    void administration_that_is_left_out_takes_that_of_features_along(AuthFeature feature) {
        assertThat(paths(Set.of(feature), HttpSettings.defaults().without(EndpointGroup.ADMINISTRATION)))
                .noneMatch(path -> path.startsWith("admin/"));
    }

    @ParameterizedTest
    @MethodSource("features")
    void the_page_of_features_names_the_paths_of_each(AuthFeature feature) throws Exception {
        String page = Files.readString(Path.of("../../docs/features.md"));
        assertThat(feature.paths()).allMatch(path -> page.contains("`/" + path + "/"));
    }

    private static List<String> paths(Set<AuthFeature> used, HttpSettings settings) {
        return Endpoints.routes(RecordedInput.services(used), settings).stream()
                .map(Route::path)
                .toList();
    }
}
