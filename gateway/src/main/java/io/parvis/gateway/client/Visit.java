package io.parvis.gateway.client;

/** A request under way, from its head to the end of its answer. */
public final class Visit {

    private final Client client;
    private final Runnable leaves;
    private boolean over;

    Visit(Client client, Runnable leaves) {
        this.client = client;
        this.leaves = leaves;
    }

    public Client client() {
        return client;
    }

    /** On the request's event loop; said twice is once. */
    public void over() {
        if (!over) {
            over = true;
            leaves.run();
        }
    }
}
