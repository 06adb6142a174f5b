package dev.lockstile.auth.schema.internal.liquibase;

import liquibase.change.custom.CustomChange;

/** A change to which its parameters say nothing, so that {@link ParameterizedChange} hands none over. */
public interface ParameterlessChange extends CustomChange {}
