package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Second factors that a system keeps in several ways. */
record JoinedFactors(List<SystemFactors> ways) implements SystemFactors {

    @Override
    public List<String> columns() {
        return ways.stream().flatMap(way -> way.columns().stream()).toList();
    }

    @Override
    public Optional<SealedSecrets> sealed(Source source, SourceTable people) {
        return ways.stream().flatMap(way -> way.sealed(source, people).stream()).findFirst();
    }

    @Override
    public Map<String, List<FactorDraft>> of(Page page) {
        Map<String, List<FactorDraft>> all = new HashMap<>();
        ways.forEach(way -> way.of(page).forEach((owner, drafts) -> all.merge(owner, drafts, SystemFactors::both)));
        return all;
    }
}
