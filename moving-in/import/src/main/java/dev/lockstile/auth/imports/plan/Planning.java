package dev.lockstile.auth.imports.plan;

import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.options.ContentFile;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes plans, and checks before a run that it would have the result of a plan. A plan is made by a dry run of the
 * import. The check makes another one, so that a row, an option, the mapping or an account of the target that has
 * changed is found before the first write; it reads the source three times. A change during the run itself shows in its
 * report alone.
 */
public final class Planning {

    private final ImportTarget target;
    private final ImportOptions options;
    private final List<ContentFile> content;

    /**
     * Plans an import of accounts and of content.
     *
     * @param target as for the run
     * @param options as for the run
     * @param content as for the import; its rows are not in the fingerprint, its counts are in the plan
     */
    public Planning(ImportTarget target, ImportOptions options, List<ContentFile> content) {
        this.target = target;
        this.options = options.asDryRun();
        this.content = List.copyOf(content);
    }

    /**
     * A plan and the report of its dry run.
     *
     * @param plan the plan, by which a later run can be checked
     * @param report counts, reasons and warnings
     */
    public record Planned(ImportPlan plan, ImportReport report) {}

    /**
     * {@return a plan, made by a dry run; nothing is written}
     *
     * @param source closed by the caller
     * @param preset as for the run
     * @param watch receives each row that would go to quarantine
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when the source does not match the preset, or
     *     stops responding
     */
    public Planned plan(Source source, Preset preset, ImportWatch watch) {
        ImportReport report = new UserImport(target, options, content).run(source, preset, watch);
        SourceSurvey survey = survey(source, preset);
        ImportPlan plan = new ImportPlan(
                preset.name(),
                options(),
                survey.fingerprint(),
                ImportPlan.counts(report),
                survey.sample(),
                report.named());
        return new Planned(plan, report);
    }

    /**
     * Checks that a run would have the result of the plan.
     *
     * @param agreed the plan that an operator has read
     * @param source closed by the caller
     * @param preset as for the run
     * @throws ImportPlan.MovedException with everything that differs; nothing was written
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when the source does not match the preset, or
     *     stops responding
     */
    public void require(ImportPlan agreed, Source source, Preset preset) {
        List<String> moved = new ArrayList<>();
        if (!agreed.preset().equals(preset.name())) {
            moved.add("the preset is another one");
        }
        if (!agreed.options().equals(options())) {
            moved.add(
                    "region, system, duplicates, updates, ids, roles, trust, who is left out, the sample or content are other"
                            + " ones");
        }
        if (moved.isEmpty()
                && !agreed.fingerprint().equals(survey(source, preset).fingerprint())) {
            moved.add("rows of the source were changed, added or removed");
        }
        if (moved.isEmpty() && !agreed.counts().equals(countsNow(source, preset))) {
            moved.add("the same rows would end otherwise, since the mapping or the people here changed");
        }
        if (!moved.isEmpty()) {
            throw new ImportPlan.MovedException(moved);
        }
    }

    private String countsNow(Source source, Preset preset) {
        return ImportPlan.counts(new UserImport(target, options, content).run(source, preset, ImportWatch.none()));
    }

    private SourceSurvey survey(Source source, Preset preset) {
        return SourceSurvey.of(preset.people(
                source, options.reading(target.rules(), target.clock().instant())));
    }

    private String options() {
        return ImportPlan.options(
                options, content.stream().map(ContentFile::name).sorted().collect(Collectors.joining(",")));
    }
}
