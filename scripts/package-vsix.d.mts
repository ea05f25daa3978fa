export function vsixPath(): string;
export function packagedFiles(): Promise<string[]>;
export function packageVsix(out?: string): Promise<string>;
