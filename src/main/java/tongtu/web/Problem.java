package tongtu.web;

/// Why a request is not answered with what it asked for; `status` is the one of RFC 9110 that says
/// so.
public sealed interface Problem {
    int status();

    /// The request makes no sense to this server.
    record BadRequest() implements Problem {
        @Override
        public int status() {
            return 400;
        }
    }

    /// Nothing is at this path, which is decoded.
    record NotFound(String path) implements Problem {
        @Override
        public int status() {
            return 404;
        }
    }

    record MethodNotAllowed() implements Problem {
        @Override
        public int status() {
            return 405;
        }
    }

    /// The address, a header or the body is longer than may be: 413, 414 or 431.
    record TooLarge(int status) implements Problem {
        public TooLarge {
            if (status != 413 && status != 414 && status != 431) {
                throw new IllegalArgumentException("not a status of size: " + status);
            }
        }
    }

    record TooMany() implements Problem {
        @Override
        public int status() {
            return 429;
        }
    }

    /// Something is wrong with the site; `reference` names it in the log.
    record Broken(String reference) implements Problem {
        @Override
        public int status() {
            return 500;
        }
    }

    record Unavailable() implements Problem {
        @Override
        public int status() {
            return 503;
        }
    }

    /// The problem that a status stands for. 501 and 505, a request in a language that this server
    /// does not speak, are no failures of ours.
    static Problem of(int status, String path, String reference) {
        return switch (status) {
            case 404 -> new NotFound(path);
            case 405 -> new MethodNotAllowed();
            case 413, 414, 431 -> new TooLarge(status);
            case 429 -> new TooMany();
            case 503 -> new Unavailable();
            case 501, 505 -> new BadRequest();
            default -> status >= 500 ? new Broken(reference) : new BadRequest();
        };
    }
}
