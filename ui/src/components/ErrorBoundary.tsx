import { Component, type ErrorInfo, type ReactNode } from 'react';
import { BrokenPart } from './BrokenPart.tsx';

interface ErrorBoundaryProps {
  children: ReactNode;
  /** A change of this value tries again, for example the address. */
  resetKey?: string;
}

/** Keeps a fault of one part of the page from taking the rest with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error('A part of the page failed.', error.message, info.componentStack);
  }

  override componentDidUpdate(previous: ErrorBoundaryProps): void {
    if (this.state.failed && previous.resetKey !== this.props.resetKey) this.setState({ failed: false });
  }

  override render(): ReactNode {
    return this.state.failed ? <BrokenPart onRetry={() => this.setState({ failed: false })} /> : this.props.children;
  }
}
