import { z } from 'zod';

// The page's policy forbids the code that Zod would make to be faster. Schemas ask when they are made, so this comes first.
z.config({ jitless: true });
