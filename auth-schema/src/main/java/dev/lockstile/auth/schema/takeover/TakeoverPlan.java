package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.make.Step;
import java.util.List;
import java.util.Map;

/**
 * What an adoption would write.
 *
 * @param questions what the host has to say first; while there is one nothing is written
 * @param baseline the tables as they were found
 * @param additions what our superclasses need besides, safe on a table in use
 * @param entities the proposed entities: simple class name to source text
 * @param notes what the host should know
 */
public record TakeoverPlan(
        List<String> questions,
        List<Step> baseline,
        List<Step> additions,
        Map<String, String> entities,
        List<String> notes) {}
