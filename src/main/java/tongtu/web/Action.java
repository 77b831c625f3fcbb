package tongtu.web;

/// What a site does when it is asked for something: a request in, a reply out. It writes nothing
/// itself; what it throws is a fault of the program or the machine.
@FunctionalInterface
public interface Action {
    Reply answer(Request request) throws Exception;
}
