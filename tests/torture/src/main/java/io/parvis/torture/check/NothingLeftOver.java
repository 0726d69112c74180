package io.parvis.torture.check;

/** When all is over, all is well: nothing parked, nobody behind, everybody back. */
final class NothingLeftOver implements Property {

    @Override
    public String name() {
        return "nothing parked, behind, leaked or away at the end";
    }

    @Override
    public Verdict check(Facts facts) {
        var leftovers = facts.evidence().leftovers();
        return new Verdict(name(), "%,d left over".formatted(leftovers.size()), leftovers);
    }
}
