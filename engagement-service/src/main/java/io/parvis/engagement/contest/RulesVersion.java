package io.parvis.engagement.contest;

/** @param number 1 for the first; it is not given twice, nor changed once published */
public record RulesVersion(int number, ContestRules rules) {}
